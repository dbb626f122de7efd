import { onAbort } from "./on-abort.ts";

/** A controller that aborts with an outer signal, too. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  readonly abort: () => void;
  /** Takes the listener off the outer signal, which may live as long as the program. */
  readonly unlink: () => void;
}

/** Links a new controller to an outer signal. */
export function linkAbort(outer: AbortSignal | undefined): LinkedAbort {
  const controller = new AbortController();
  if (outer?.aborted) controller.abort(outer.reason);
  const unlink = outer ? onAbort(outer, () => controller.abort(outer.reason)) : (): void => {};
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    unlink,
  };
}
