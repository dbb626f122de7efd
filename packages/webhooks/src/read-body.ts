import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** A body as it arrived: text, bytes, or a stream of bytes such as `request.body` or a request of `node:http`. */
export type WebhookBody =
  | string
  | Uint8Array
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | null;

/**
 * The text of a body, of which never more than `maxBytes` are kept.
 *
 * @throws {WebhookVerificationError} `too-large`; `body-consumed` for what is no raw body; `no-matching-signature` for what is no UTF-8
 */
export async function readBody(body: WebhookBody, maxBytes: number): Promise<string> {
  if (typeof body === "string") {
    // No character is less than one byte, so that a text that is far too long need not be encoded to know it.
    if (body.length > maxBytes || new TextEncoder().encode(body).length > maxBytes) throw tooLarge(maxBytes);
    return body;
  }
  return decode(await bytesOf(body, maxBytes));
}

async function bytesOf(body: Exclude<WebhookBody, string>, maxBytes: number): Promise<Uint8Array> {
  const bytes = body === null ? new Uint8Array() : asBytes(body);
  if (bytes !== undefined) {
    if (bytes.length > maxBytes) throw tooLarge(maxBytes);
    return bytes;
  }
  // Without types, what is passed here is often the object that a body parser made.
  if (typeof body !== "object" || body === null) throw bodyConsumed();
  if ("getReader" in body && !body.locked) return collect(chunksOf(body), maxBytes);
  if (Symbol.asyncIterator in body && !("locked" in body)) return collect(body, maxBytes);
  throw bodyConsumed();
}

async function collect(chunks: AsyncIterable<unknown>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const part = typeof chunk === "string" ? new TextEncoder().encode(chunk) : asBytes(chunk);
    if (part === undefined) throw bodyConsumed();
    size += part.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** The bytes of a view or a buffer, also of another realm, as test runners have them. */
function asBytes(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return isArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

/** Not every runtime can iterate over a stream. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    while (!isDone) {
      const { done, value } = await reader.read();
      isDone = done;
      if (value !== undefined) yield value;
    }
  } finally {
    // Nobody waits for the rest of a body that is too large; what goes wrong there is nobody's concern.
    if (!isDone) reader.cancel().catch(() => {});
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark was signed like everything else.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new WebhookVerificationError(
      "no-matching-signature",
      "the body is not UTF-8, so it is not what was signed: something on the way changes it",
    );
  }
}

/** @param maxBytes what it may have at most */
export function tooLarge(maxBytes: number): WebhookVerificationError {
  return new WebhookVerificationError("too-large", `the body is larger than ${maxBytes} bytes (\`maxBytes\`)`);
}

/** @param cure what to do about it */
export function bodyConsumed(
  cure = "pass the raw body, as text, bytes or a stream that nobody has read",
): WebhookVerificationError {
  return new WebhookVerificationError(
    "body-consumed",
    `the body was read or parsed before its signature was checked: ${cure}`,
  );
}
