import type { CapturedBody, HeaderValues } from "../check/exchange.ts";
import type { Interaction } from "../recording/recording.ts";
import { isValidHeader } from "../recording/request-syntax.ts";
import { REDACTED } from "../secrets/known-secrets.ts";

/** Larger bodies are checked and not kept. */
const KEPT_BODY = 1024 * 1024;

/** Headers that are kept: those that say how a message is to be read. Cookies and the like never are. */
const KEPT = /^(accept|content-type|prefer|retry-after|location|deprecation|sl-violations|x-request-id)$/;

/** An interaction without the headers that say nothing of the contract, and without bodies too large to be kept. */
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
