import { addAbortListener } from "./add-abort-listener.ts";

/** A controller that also aborts with an outer signal. */
export interface LinkedController {
  readonly signal: AbortSignal;
  readonly abort: () => void;
  /** Removes the listener from the outer signal, which may live as long as the program. */
  readonly unlink: () => void;
}

/** Creates a controller that aborts together with an outer signal. */
export function linkController(outer: AbortSignal | undefined): LinkedController {
  const controller = new AbortController();
  if (outer?.aborted) controller.abort(outer.reason);
  const unlink = outer ? addAbortListener(outer, () => controller.abort(outer.reason)) : (): void => {};
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    unlink,
  };
}
