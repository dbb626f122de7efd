import { linkAbort } from "./linked-abort.ts";

/** The same stream, which a signal ends, too. It is read after its call has ended, so that the call's own end does not reach it. */
export function endWith(signal: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // Not `pipeThrough`, which puts a listener of its own on the signal.
  const link = linkAbort(signal);
  body.pipeTo(writable, { signal: link.signal }).then(link.unlink, link.unlink);
  return readable;
}
