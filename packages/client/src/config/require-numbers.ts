import type { CallOptions } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { refuseArgument } from "../errors/nectar-validation-error.ts";

/**
 * Refuses options of a call that are no numbers: those compare as false with everything, so that a call would be repeated for ever.
 *
 * @throws {NectarValidationError} that names the option
 */
export function requireNumbers(options: CallOptions, call: CallSite): void {
  for (const name of ["deadline", "timeout", "maxRetries", "maxResponseBytes"] as const) {
    const value: unknown = options[name];
    if (value === undefined || (typeof value === "number" && !Number.isNaN(value))) continue;
    throw refuseArgument(call, `\`${name}\` must be a number`);
  }
}
