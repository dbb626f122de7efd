import { addAbortListener } from "./add-abort-listener.ts";

/** Returns the same stream, which a signal can now end: the caller reads it after the call itself has ended. */
export function endStreamOnAbort(signal: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // `pipeThrough` with the signal itself would add another listener to it.
  const controller = new AbortController();
  const removeListener = addAbortListener(signal, () => controller.abort(signal.reason));
  body.pipeTo(writable, controller).then(removeListener, removeListener);
  return readable;
}
