import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/**
 * Refuses options that are less than one, or no numbers at all.
 *
 * @throws {NectarValidationError} that names the option
 */
export function requireAtLeastOne<Name extends string>(
  options: { readonly [Key in Name]?: number | undefined },
  ...names: Name[]
): void {
  for (const name of names) {
    const { [name]: value = 1 } = options;
    if (!(value >= 1)) throw new NectarValidationError(`\`${name}\` must be a number of at least 1, not ${value}`);
  }
}
