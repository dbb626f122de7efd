import type { Json } from "@nectar-sdk/openapi/document";

/** A response of a mock server. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` when the body is not JSON. */
  readonly json: Json | undefined;
}

export const KEY = "mock-test-key-0123456789";
export const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
/** A list and the path of its first page. */
export const DOCUMENTS: string = `/document/company/${COMPANY}`;

/** Sends a request with an API key on a new connection. */
export async function send(mock: { readonly url: string }, path: string, init: RequestInit = {}): Promise<Got> {
  const headers = new Headers(init.headers);
  if (!headers.has("x-api-key")) headers.set("x-api-key", KEY);
  const response = await fetch(mock.url + path, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

/** Sends a JSON body, by default with POST. */
export function sendJson(mock: { readonly url: string }, path: string, body: Json, method = "POST"): Promise<Got> {
  return send(mock, path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Uploads a bill of the given size as a job. */
export function upload(mock: { readonly url: string }, bytes = 8, headers: Record<string, string> = {}): Promise<Got> {
  const form = new FormData();
  form.set("document", new Blob([new Uint8Array(bytes).fill(65)], { type: "application/pdf" }), "bill.pdf");
  return send(mock, `/job/company/${COMPANY}`, { method: "POST", headers, body: form });
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
