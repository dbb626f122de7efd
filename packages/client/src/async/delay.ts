import { TIMED_OUT, withDeadline } from "./with-deadline.ts";

/** Waits; rejects with `ABORTED` as soon as the signal aborts. */
export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return withDeadline(milliseconds, signal, () => new Promise<never>(() => {})).catch((reason: unknown) => {
    if (reason !== TIMED_OUT) throw reason;
  });
}
