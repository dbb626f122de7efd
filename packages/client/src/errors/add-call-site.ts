import { isNectarError } from "./nectar-error.ts";

/** Errors that the user's own code threw. */
const userErrors = new WeakSet<object>();

/** Marks an error as thrown by the user's code, so that it reaches the caller unchanged. */
export function markUserError(error: unknown): unknown {
  if (isNectarError(error)) userErrors.add(error);
  return error;
}

/**
 * Runs a function of the user, such as a hook.
 *
 * @throws {unknown} what the function throws, unchanged
 */
export async function runUserCode<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw markUserError(error);
  }
}

/** Appends the stack of the present caller to an error: behind timers, the runtime may have lost it. */
export function addCallSite(error: unknown): unknown {
  if (isNectarError(error) && !userErrors.has(error)) {
    const [, ...frames] = (new Error().stack ?? "").split("\n");
    error.stack = [error.stack, ...frames].join("\n");
  }
  return error;
}
