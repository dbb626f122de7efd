import type { ApiDocument, Operation } from "../../src/document/api-document.ts";

/** Any key will do for a mock; this one is long enough to be looked for in what is kept. */
export const API_KEY = "mock-test-key-1";

/** What the answer to a call was. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Whatever JSON it holds; the expectations look closer.
  readonly json: unknown;
}

/** Calls a mock with a key. */
export async function call(url: string, init: RequestInit = {}): Promise<CallAnswer> {
  const headers = new Headers(init.headers);
  if (!headers.has("X-API-KEY")) headers.set("X-API-KEY", API_KEY);
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  const { status, headers: answered } = response;
  return { status, headers: answered, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Path of an operation with the examples of its parameters, below a base URL. */
export function urlOf(base: string, { path, parameters }: Operation): string {
  const filled = parameters.reduce(
    (text, { name, in: place, example }) =>
      place === "path" ? text.replace(`{${name}}`, encodeURIComponent(String(example ?? "1"))) : text,
    path,
  );
  return base + filled;
}

/** A request that the operation accepts, from the examples of the document. */
export function requestOf(operation: Operation): RequestInit {
  const { method, body } = operation;
  const [type = "", content] = [...(body?.content ?? [])][0] ?? [];
  const example = content?.examples.values().next().value;
  if (example === undefined) return { method };
  if (type !== "multipart/form-data")
    return { method, headers: { "Content-Type": type }, body: JSON.stringify(example) };
  const form = new FormData();
  for (const [name, value] of Object.entries(example ?? {})) form.append(name, String(value));
  return { method, body: form };
}

/** URL of an operation by its id. */
export function urlOfId(document: ApiDocument, base: string, id: string): string {
  const operation = document.operations.get(id);
  if (operation === undefined) throw new Error(`no operation ${id}`);
  return urlOf(base, operation);
}

/** Whether a process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits for what does not tell when it has happened; the test's own timeout is the limit. */
export async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 10));
}
