import { isArray, isObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "@nectar-sdk/testing/document";
import type { CallRequest } from "./call-request.ts";

export interface SendOptions {
  readonly withoutKey?: boolean;
}

/** Sends a call over plain HTTP, because a typed client would reject it. */
export function sendRequest(
  send: typeof fetch,
  baseUrl: string,
  operation: Operation,
  { path, query, body }: CallRequest,
  { withoutKey = false }: SendOptions = {},
): Promise<Response> {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = Object.entries(query).flatMap(([name, value]) => formatQuery(operation, name, value));
  const headers = new Headers({ Accept: "application/json" });
  if (!withoutKey) headers.set("X-API-KEY", "contract-key");
  const init: RequestInit = { method: operation.method, headers };
  if (operation.body?.content.has("application/json") === true) {
    if (body !== undefined) init.body = JSON.stringify(body);
    headers.set("Content-Type", "application/json");
  } else if (isObject(body)) {
    init.body = toForm(body);
  }
  return send(`${baseUrl}${filled}${search.length > 0 ? `?${search.join("&")}` : ""}`, init);
}

/** Sends a list as the document says: as repeated keys, or as one value with commas. */
function formatQuery({ parameters }: Operation, name: string, value: unknown): string[] {
  const items = (isArray(value) ? value : [value]).map((item) => encodeURIComponent(String(item)));
  const isJoined = parameters.some((one) => one.in === "query" && one.name === name && !one.isRepeated);
  return (isJoined && items.length > 0 ? [items.join(",")] : items).map(
    (text) => `${encodeURIComponent(name)}=${text}`,
  );
}

function toForm(body: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, String(value));
  return form;
}
