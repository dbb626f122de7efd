import type { IncomingMessage } from "node:http";
import { type Answer, jsonAnswer } from "../response/mock-response.ts";

/** Headers that let a page of any origin read an answer. */
export function corsHeaders({ headers }: IncomingMessage): Answer["headers"] {
  return {
    "access-control-allow-origin": headers.origin ?? "*",
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "*",
    vary: "Origin",
  };
}

/** What a browser asks before it sends a request with a key; `undefined` for any other request. */
export function answerPreflight({ method, headers }: IncomingMessage): Answer | undefined {
  const asked = headers["access-control-request-method"];
  if (method !== "OPTIONS" || asked === undefined) return undefined;
  return jsonAnswer("mock", 204, undefined, {
    "access-control-allow-methods": asked,
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
  });
}
