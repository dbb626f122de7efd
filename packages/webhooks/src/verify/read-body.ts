import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** A raw body: text, bytes, or a stream of bytes such as `request.body` or a `node:http` request. */
export type WebhookBody = string | ArrayBufferView | ArrayBuffer | AsyncIterable<ArrayBufferView | string> | null;

/**
 * Reads a body of at most `maxBytes` as text.
 *
 * @throws {WebhookVerificationError} `too-large` or `body-consumed`
 */
export async function readBody(body: WebhookBody, maxBytes: number): Promise<string> {
  // The signature covers a byte order mark. Invalid UTF-8 decodes to different text, whose signature does not match.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let size = 0;
  for await (const part of iterateParts(body)) {
    const bytes = typeof part === "string" ? new TextEncoder().encode(part) : part;
    if (!isBytes(bytes)) throw createConsumedError();
    size += bytes.byteLength;
    if (!(size <= maxBytes))
      throw new WebhookVerificationError("too-large", `the body is larger than ${maxBytes} bytes (maxBytes)`);
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

type Part = string | ArrayBufferView | ArrayBuffer;

function iterateParts(body: WebhookBody): Iterable<Part> | AsyncIterable<Part> {
  if (typeof body === "string" || body === null || isBytes(body)) return [body ?? ""];
  // Untyped callers often pass the result of a body parser. A locked stream has another reader.
  const stream: { readonly [Symbol.asyncIterator]?: unknown; readonly locked?: boolean } = Object(body);
  if (stream[Symbol.asyncIterator] && !stream.locked) return body;
  throw createConsumedError();
}

/** Also recognizes bytes of another realm, which test runners create. */
function isBytes(value: unknown): value is ArrayBufferView | ArrayBuffer {
  return Object(value).byteLength >= 0;
}

/** The error for a body that was already read or parsed. */
export function createConsumedError(fix = "pass it before a parser reads it"): WebhookVerificationError {
  return new WebhookVerificationError("body-consumed", `the raw body is gone: ${fix}`);
}
