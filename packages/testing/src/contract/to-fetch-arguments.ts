import { Buffer } from "node:buffer";
import type { CapturedBody } from "../check/exchange.ts";
import type { RecordedRequest } from "../recording/recording.ts";

/** Replaces the content of a file that was too large to record. */
const STAND_IN = "%PDF-1.7\n";

/** Target and headers of every call. */
export interface SendOptions {
  readonly baseUrl: string;
  readonly apiKeyHeader: string;
  readonly apiKey: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Converts a recorded request to arguments of `fetch`. */
export function toFetchArguments(request: RecordedRequest, sending: SendOptions): [url: string, init: RequestInit] {
  const headers = new Headers(request.headers);
  for (const [name, value] of sending.headers) headers.set(name, value);
  // The recorded key is redacted.
  if (!sending.headers.some(([name]) => name.toLowerCase() === sending.apiKeyHeader.toLowerCase()))
    headers.set(sending.apiKeyHeader, sending.apiKey);
  const body = request.body === undefined ? undefined : toFetchBody(request.body);
  // `fetch` writes a new boundary.
  if (body instanceof FormData) headers.delete("content-type");
  const init = {
    method: request.method,
    headers,
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  } as const;
  return [`${sending.baseUrl}${request.path}`, init];
}

function toFetchBody(body: CapturedBody): string | Uint8Array<ArrayBuffer> | FormData {
  if ("json" in body) return JSON.stringify(body.json);
  if ("text" in body) return body.text;
  if ("form" in body)
    return `${new URLSearchParams(body.form.map(({ name, value }): [string, string] => [name, value]))}`;
  if ("base64" in body) return decodeBase64(body.base64);
  const form = new FormData();
  for (const part of "parts" in body ? body.parts : []) {
    if ("text" in part) form.append(part.name, part.text);
    else {
      const { base64, contentType, fileName } = part.file;
      const content = base64 === undefined ? STAND_IN : decodeBase64(base64);
      form.append(part.name, new Blob([content], { type: contentType }), fileName);
    }
  }
  return form;
}

function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}
