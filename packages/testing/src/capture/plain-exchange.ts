import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import type { Exchange } from "../recorder/check-exchange.ts";
import type { PlainExchange, PlainHeaders } from "../recorder/recorder.ts";
import { bodyOfBytes } from "./parse-body.ts";

/** A call of another HTTP client in the form in which calls are checked. */
export function plainExchange({ request, response }: PlainExchange): Exchange {
  const { method, url } = request;
  const headers = lowerCase(request.headers);
  const answer = response === undefined ? undefined : lowerCase(response.headers);
  return {
    request: { method, url, headers, ...bodyOf(request.body, headers) },
    ...(response === undefined || answer === undefined
      ? {}
      : { response: { status: response.status, headers: answer, ...bodyOf(response.body, answer) } }),
  };
}

function bodyOf(body: string | Uint8Array | undefined, headers: HeaderValues): { readonly body?: CapturedBody } {
  if (body === undefined) return {};
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const captured = bodyOfBytes({ bytes }, headers["content-type"]);
  return captured === undefined ? {} : { body: captured };
}

function lowerCase(headers: PlainHeaders = {}): HeaderValues {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    return value === undefined
      ? []
      : [[name.toLowerCase(), typeof value === "string" ? value : value.join(", ")] as const];
  });
  return Object.fromEntries(entries);
}
