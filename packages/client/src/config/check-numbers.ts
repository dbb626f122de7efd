import type { CallOptions } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/**
 * Rejects options of a call that are not numbers: every comparison with `NaN` is false, so the client would retry forever.
 *
 * @throws {NectarValidationError} when an option is not a number; the message names it
 */
export function requireNumbers(options: CallOptions, call: CallSite): void {
  for (const name of ["deadline", "timeout", "maxRetries", "maxResponseBytes"] as const) {
    const value: unknown = options[name];
    if (value === undefined || (typeof value === "number" && !Number.isNaN(value))) continue;
    throw new NectarValidationError(`\`${name}\` must be a number`, call);
  }
}

/**
 * Rejects options that are below 1 or not numbers.
 *
 * @throws {NectarValidationError} when an option is below 1 or not a number; the message names it
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
