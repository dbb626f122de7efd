import type { Json } from "@nectar-sdk/openapi/document";

/** What a mock server answered. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` where the body is no JSON. */
  readonly json: Json | undefined;
}

export const KEY = "mock-test-key-0123456789";
export const COMPANY = "5de41ce2-ca22-4b65-866a-e46ae037737e";
/** A list, and where its first page is. */
export const DOCUMENTS: string = `/document/company/${COMPANY}`;

/** Sends a request with an API key, on a connection that is not kept. */
export async function send(mock: { readonly url: string }, path: string, init: RequestInit = {}): Promise<Got> {
  const headers = new Headers(init.headers);
  if (!headers.has("x-api-key")) headers.set("x-api-key", KEY);
  const response = await fetch(mock.url + path, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

/** Sends a JSON body with POST, or as told. */
export function sendJson(mock: { readonly url: string }, path: string, body: Json, method = "POST"): Promise<Got> {
  return send(mock, path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

/** Uploads a bill of so many bytes as a job. */
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
