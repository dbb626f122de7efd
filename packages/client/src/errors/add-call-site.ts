import { isNectarError } from "./nectar-error.ts";

/** Errors that code of the caller threw. */
const foreign = new WeakSet<object>();

/** Notes that an error comes from code of the caller, so that it is handed on as it is. */
export function markForeign(error: unknown): unknown {
  if (isNectarError(error)) foreign.add(error);
  return error;
}

/**
 * Runs code of the caller: a hook, say.
 *
 * @throws {unknown} what the code throws, as it is
 */
export async function runForeign<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw markForeign(error);
  }
}

/** Adds to the stack of an error of ours who awaits it now: where it was made, the runtime may have lost sight of them. */
export function addCallSite(error: unknown): unknown {
  if (isNectarError(error) && !foreign.has(error)) {
    const [, ...frames] = (new Error().stack ?? "").split("\n");
    error.stack = [error.stack, ...frames].join("\n");
  }
  return error;
}
