/** The callbacks of a signal, and the one listener that runs them. */
interface Registration {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

const registrations = new WeakMap<AbortSignal, Registration>();

/**
 * Runs a callback when a signal aborts. All calls that share a signal share one listener, since Node 20 warns of a leak from the eleventh.
 *
 * @returns removes the callback, and the listener with the last callback
 */
export function addAbortListener(signal: AbortSignal, callback: () => void): () => void {
  const registration = registrations.get(signal) ?? registerSignal(signal);
  const { callbacks, listener } = registration;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    registrations.delete(signal);
  };
}

function registerSignal(signal: AbortSignal): Registration {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener);
  const registration = { callbacks, listener };
  registrations.set(signal, registration);
  return registration;
}
