import { checkApiKey } from "../config/api-key.ts";
import { markForeign, runForeign } from "../errors/add-call-site.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { guardHeaders } from "../request/require-header.ts";
import { abandon } from "../response/cancel-body.ts";
import { redactHeaders } from "../response/redact.ts";
import type { SentKeys } from "../response/sent-keys.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import { type Call, toContext, toEvent } from "./call.ts";

/** What is known of an attempt while it is made. */
export interface Sending {
  readonly attempt: { status: number | undefined; readonly waited: number };
  /** Taken out of what is told of the response. */
  keys: SentKeys;
  /** The response of the server, before middleware. */
  response?: Response;
  /** What the network threw. */
  lost?: { readonly cause: unknown };
}

/** Sends a prepared request with the key, between its hooks. */
export async function sendRequest(
  call: Call,
  sending: Sending,
  request: PreparedRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { engine, target, attempts } = call;
  const { api, apiKey, fetch, hooks, logger, sent } = engine;
  const { label, definition } = target;
  const number = attempts.length + 1;
  if (!request.url.startsWith(engine.origin)) {
    throw new NectarConfigError(
      `${label}: a request to another origin than that of \`baseUrl\` would take the API key along`,
      toContext(call),
    );
  }
  let given = request.headers;
  if (hooks.onRequest) {
    given = guardHeaders(given, (problem) => new NectarValidationError(`${label}: ${problem}`, toContext(call)));
    await runForeign(() => hooks.onRequest?.({ ...toEvent(call, number), headers: given }));
  }
  const key = typeof apiKey === "string" ? apiKey : checkApiKey(await runForeign(apiKey));
  signal.throwIfAborted();
  sending.keys = sent.keys = sent.keys.add(key);
  // In headers of their own, so that neither hooks nor middleware see it, not even afterwards.
  const headers = new Headers(given);
  if (api.apiKeyHeader !== undefined) headers.set(api.apiKeyHeader, key);
  logger?.debug(`${label}: attempt ${number}`, toEvent(call, number));
  attempts.push(sending.attempt);
  const init = { redirect: chooseRedirect(definition.body), signal, headers };
  let response: Response;
  try {
    response = await (request instanceof Request
      ? fetch(request, init)
      : fetch(request.url, Object.assign(request, init)));
  } catch (cause) {
    sending.lost = { cause };
    throw markForeign(cause);
  }
  // Too late: the call went on without it.
  if (signal.aborted) abandon(response.body);
  signal.throwIfAborted();
  const { status } = response;
  sending.response = response;
  sending.attempt.status = status;
  if (hooks.onResponse) {
    const event = { ...toEvent(call, number), status, headers: redactHeaders(response.headers, sending.keys) };
    await runForeign(() => hooks.onResponse?.(event));
  }
  if (response.ok) warnOfDeprecation(call, sending.keys, response.headers);
  else if (status < 400) {
    abandon(response.body);
    throw new NectarConnectionError(
      `${label}: a redirect is not followed, since it would take the API key along; check \`baseUrl\``,
      toContext(call),
    );
  }
  return response;
}

/** Warns once of each operation. */
function warnOfDeprecation({ engine, target }: Call, keys: SentKeys, headers: Headers): void {
  const { logger, deprecated } = engine;
  if (logger === undefined || deprecated.has(target.label)) return;
  if (!headers.has("deprecation") && !headers.has("sunset")) return;
  deprecated.add(target.label);
  const clean = redactHeaders(headers, keys);
  const details = { deprecation: clean.get("deprecation"), sunset: clean.get("sunset") };
  logger.warn(`${target.label} is deprecated`, details);
}

/**
 * No mode follows a redirect. `manual` tells what it was, but keeps a copy of the whole body, in Node at least: too much for a file. workerd
 * knows no `error`, and throws.
 */
function chooseRedirect(body: string | undefined): RequestRedirect {
  if (body !== "multipart") return "manual";
  try {
    return new Request("http://localhost", { redirect: "error" }).redirect;
  } catch {
    return "manual";
  }
}
