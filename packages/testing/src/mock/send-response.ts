import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { createJsonResponse, type MockResponse } from "../response/mock-response.ts";

/** Sends a response, or its first part when it breaks off. */
export function sendResponse(response: ServerResponse, { status, headers, body, cutAt }: MockResponse): void {
  if (response.destroyed) return;
  if (cutAt === "head") {
    response.socket?.destroy();
    return;
  }
  // 204 and 304 must not have a length.
  const length = body.length === 0 && (status === 204 || status === 304) ? {} : { "content-length": body.length };
  const all: OutgoingHttpHeaders = { ...length };
  for (const [name, value] of Object.entries(headers)) all[name] = typeof value === "string" ? value : [...value];
  response.writeHead(status, all);
  if (cutAt === undefined) {
    response.end(body);
    return;
  }
  response.flushHeaders();
  if (cutAt > 0) response.write(body.subarray(0, cutAt));
  response.socket?.destroySoon();
}

/** Creates headers that let web pages of any origin read a response. */
export function createCorsHeaders({ headers }: IncomingMessage): MockResponse["headers"] {
  return {
    "access-control-allow-origin": headers.origin ?? "*",
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*",
    vary: "Origin",
  };
}

/** Creates the response to a CORS preflight; `undefined` for any other request. */
export function createPreflightResponse({ method, headers }: IncomingMessage): MockResponse | undefined {
  const asked = headers["access-control-request-method"];
  if (method !== "OPTIONS" || asked === undefined) return undefined;
  return createJsonResponse("mock", 204, undefined, {
    "access-control-allow-methods": asked,
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
  });
}
