import { isNectarError } from "./nectar-error.ts";

/** Adds to the stack of an error of ours who awaits it now: where it was made, the runtime may have lost sight of them. */
export function addCallSite(error: unknown): unknown {
  if (isNectarError(error)) {
    const [, ...frames] = (new Error().stack ?? "").split("\n");
    error.stack = [error.stack, ...frames].join("\n");
  }
  return error;
}
