import { onAbort } from "./on-abort.ts";

/** The same stream, which a signal ends, too. It is read after its call has ended, so that the call's own end does not reach it. */
export function endWith(signal: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // Not `pipeThrough` with the signal itself, which would put one more listener on it.
  const controller = new AbortController();
  const removeListener = onAbort(signal, () => controller.abort(signal.reason));
  body.pipeTo(writable, controller).then(removeListener, removeListener);
  return readable;
}
