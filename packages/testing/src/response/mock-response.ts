import { STATUS_CODES } from "node:http";
import { isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";

/** A response of the mock server. */
export interface MockResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
  /** Creator of the response: `prism`, `mock`, or the name of a scenario. */
  readonly by: string;
  /** Breaks the connection after this many bytes of the body; `"head"` before anything is sent. */
  readonly cutAt?: number | "head";
}

/** Creates a response with a JSON body; without a body for `undefined`. */
export function createJsonResponse(
  by: string,
  status: number,
  value: Json | undefined,
  headers: MockResponse["headers"] = {},
): MockResponse {
  if (value === undefined) return { status, headers, body: Buffer.alloc(0), by };
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { "content-type": "application/json", ...headers }, body, by };
}

/** Creates a problem of the mock itself as `application/problem+json`, like Prism's problems. */
export function createProblemResponse(status: number, title: string, detail: string): MockResponse {
  const headers = { "content-type": "application/problem+json" };
  return createJsonResponse("mock", status, { type: "about:blank", title, status, detail }, headers);
}

/** Whether the status is a success, which means that Prism accepted the request. */
export function isSuccess({ status }: MockResponse): boolean {
  return status >= 200 && status < 300;
}

/** Replaces the body of a response by JSON. */
export function replaceBody(response: MockResponse, value: Json): MockResponse {
  return { ...response, body: Buffer.from(JSON.stringify(value)) };
}

/** Reads the body of a response when it is a JSON object. */
export function readObjectBody(response: MockResponse): JsonObject | undefined {
  if (!String(response.headers["content-type"] ?? "").includes("json")) return undefined;
  try {
    const value: unknown = JSON.parse(response.body.toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Creates an error response with the declared example, or with a `detail`. */
export function createErrorResponse(
  by: string,
  operation: Operation,
  status: number,
  headers: MockResponse["headers"] = {},
): MockResponse {
  const declared = operation.responses
    .get(String(status))
    ?.content.get("application/json")
    ?.examples.values()
    .next().value;
  const body: Json = declared ?? { detail: STATUS_CODES[status] ?? "Error" };
  return createJsonResponse(by, status, body, headers);
}
