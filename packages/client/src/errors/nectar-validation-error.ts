import { type CallSite, NectarError } from "./nectar-error.ts";

/** An argument that can only fail; nothing was sent. */
export class NectarValidationError extends NectarError {
  override readonly kind = "validation";

  override get name(): string {
    return "NectarValidationError";
  }
}

/** The error of an argument of a call. */
export function refuseArgument(call: CallSite, problem: string): NectarValidationError {
  return new NectarValidationError(`${call.label}: ${problem}`, call);
}
