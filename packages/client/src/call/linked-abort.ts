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
  const onAbort = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) onAbort();
  outer?.addEventListener("abort", onAbort);
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    unlink: () => outer?.removeEventListener("abort", onAbort),
  };
}
