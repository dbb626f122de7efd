import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** A body as it arrived: text, bytes, or a stream of bytes such as `request.body` or a request of `node:http`. */
export type WebhookBody = string | ArrayBufferView | ArrayBuffer | AsyncIterable<ArrayBufferView | string> | null;

/**
 * The text of a body, of which never more than `maxBytes` are read.
 *
 * @throws {WebhookVerificationError} `too-large`, `body-consumed`
 */
export async function readBody(body: WebhookBody, maxBytes: number): Promise<string> {
  // A byte order mark was signed like everything else. What is no UTF-8 becomes another text, which has no signature.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let size = 0;
  for await (const part of partsOf(body)) {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    if (!isBytes(bytes)) throw bodyConsumed();
    size += bytes.byteLength;
    if (!(size <= maxBytes))
      throw new WebhookVerificationError("too-large", `the body has more than ${maxBytes} bytes (maxBytes)`);
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

type Part = string | ArrayBufferView | ArrayBuffer;

function partsOf(body: WebhookBody): Iterable<Part> | AsyncIterable<Part> {
  if (typeof body === "string" || body === null || isBytes(body)) return [body ?? ""];
  // Without types, what is passed is often the object that a body parser made. A stream that is locked has another reader.
  const stream: { readonly [Symbol.asyncIterator]?: unknown; readonly locked?: boolean } = Object(body);
  if (stream[Symbol.asyncIterator] && !stream.locked) return body;
  throw bodyConsumed();
}

/** Also those of another realm, as test runners have them. */
function isBytes(value: unknown): value is ArrayBufferView | ArrayBuffer {
  return Object(value).byteLength >= 0;
}

export function bodyConsumed(): WebhookVerificationError {
  return new WebhookVerificationError("body-consumed", "the raw body is gone: pass it before anything parses it");
}
