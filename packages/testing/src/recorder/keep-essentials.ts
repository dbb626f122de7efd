import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import type { Interaction } from "../recording/recording.ts";
import { isValidHeader } from "../recording/request-syntax.ts";
import { REDACTED } from "../secrets/known-secrets.ts";

/** Largest body to keep, in characters of JSON; larger ones are only checked. */
const KEPT_BODY = 1024 * 1024;

/** Headers to keep: those that matter for reading a message. Cookies are never kept. */
const KEPT = /^(accept|content-type|prefer|retry-after|location|deprecation|sl-violations|x-request-id)$/;

/** Drops headers that do not matter to the contract, and bodies that are too large. */
export function keepEssentials(interaction: Interaction, apiKeyHeader: string): Interaction {
  const { request, response } = interaction;
  const keyHeader = apiKeyHeader.toLowerCase();
  const kept = (headers: HeaderValues): HeaderValues => {
    const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      if (name === keyHeader) return [[name, REDACTED]];
      return KEPT.test(name) && isValidHeader(name, value) ? [[name, value]] : [];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    ...interaction,
    request: { ...request, headers: kept(request.headers), ...omitLargeBody(request.body) },
    ...(response === undefined
      ? {}
      : { response: { ...response, headers: kept(response.headers), ...omitLargeBody(response.body) } }),
  };
}

function omitLargeBody(body: CapturedBody | undefined): { readonly body?: CapturedBody } {
  if (body === undefined) return {};
  return { body: JSON.stringify(body).length > KEPT_BODY ? { omitted: "it is larger than 1 MB" } : body };
}
