/** What runs when a signal aborts, and the one listener that runs it. */
interface Registration {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

const registrations = new WeakMap<AbortSignal, Registration>();

/**
 * Runs a callback when the signal aborts. However many calls share a signal, it has one listener: Node 20 warns of a leak from the eleventh.
 *
 * @returns takes the callback away; with the last one, the listener goes
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const registration = registrations.get(signal) ?? register(signal);
  const { callbacks, listener } = registration;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    signal.removeEventListener("abort", listener);
    registrations.delete(signal);
  };
}

function register(signal: AbortSignal): Registration {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener);
  const registration = { callbacks, listener };
  registrations.set(signal, registration);
  return registration;
}
