import { ByteCollector, type SeenBytes } from "./read-bytes.ts";

/** A stream to send, with the bytes that have passed through it so far. */
export interface WatchedStream {
  readonly stream: ReadableStream<Uint8Array>;
  seen(): SeenBytes;
}

/** Watches a stream without reading ahead or keeping bytes beyond the limit. */
export function watchStream(source: ReadableStream<Uint8Array>): WatchedStream {
  const reader = source.getReader();
  const collector = new ByteCollector();
  let complete = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          complete = true;
          controller.close();
        } else {
          if (value instanceof Uint8Array) collector.add(value);
          controller.enqueue(value);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    seen() {
      if (!complete) collector.cut("it was not sent completely");
      return collector.seen;
    },
  };
}
