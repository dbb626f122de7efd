import { checkApiKey } from "../config/api-key.ts";
import { markUserError, runUserCode } from "../errors/add-call-site.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { guardHeaders } from "../request/require-header.ts";
import { cancelBody } from "../response/cancel-body.ts";
import { redactHeaders } from "../response/redact.ts";
import type { SentKeys } from "../response/sent-keys.ts";
import type { PreparedRequest } from "../transport/transport.ts";
import { type Call, toContext, toEvent } from "./call.ts";

/** The state of an attempt in progress. */
export interface AttemptState {
  readonly attempt: { status: number | undefined; readonly waited: number };
  /** Keys to remove from everything that shows the response. */
  keys: SentKeys;
  /** The response of the server, before middleware. */
  response?: Response;
  /** The error that the network threw. */
  lost?: { readonly cause: unknown };
}

/** Adds the key to a prepared request and sends it, with the hooks before and after. */
export async function sendRequest(
  call: Call,
  state: AttemptState,
  request: PreparedRequest,
  signal: AbortSignal,
): Promise<Response> {
  const { engine, operation, attempts } = call;
  const { api, apiKey, fetch, hooks, logger, sent } = engine;
  const { operation: name, definition } = operation;
  const number = attempts.length + 1;
  if (!request.url.startsWith(engine.origin)) {
    throw new NectarConfigError(
      "request to an origin other than `baseUrl` not sent, because it would carry the API key",
      toContext(call),
    );
  }
  let given = request.headers;
  if (hooks.onRequest) {
    given = guardHeaders(given, (problem) => new NectarValidationError(problem, toContext(call)));
    await runUserCode(() => hooks.onRequest?.({ ...toEvent(call, number), headers: given }));
  }
  const key = typeof apiKey === "string" ? apiKey : checkApiKey(await runUserCode(apiKey));
  signal.throwIfAborted();
  state.keys = sent.keys = sent.keys.add(key);
  // A copy, so that neither hooks nor middleware ever see the key.
  const headers = new Headers(given);
  if (api.apiKeyHeader !== undefined) headers.set(api.apiKeyHeader, key);
  logger?.debug(`${name}: attempt ${number}`, toEvent(call, number));
  attempts.push(state.attempt);
  const init = { redirect: chooseRedirect(definition.body), signal, headers };
  let response: Response;
  try {
    response = await (request instanceof Request
      ? fetch(request, init)
      : fetch(request.url, Object.assign(request, init)));
  } catch (cause) {
    state.lost = { cause };
    throw markUserError(cause);
  }
  // The call has already ended without this response.
  if (signal.aborted) cancelBody(response.body);
  signal.throwIfAborted();
  const { status } = response;
  state.response = response;
  state.attempt.status = status;
  if (hooks.onResponse) {
    const event = { ...toEvent(call, number), status, headers: redactHeaders(response.headers, state.keys) };
    await runUserCode(() => hooks.onResponse?.(event));
  }
  if (response.ok) warnOfDeprecation(call, state.keys, response.headers);
  else if (status < 400) {
    cancelBody(response.body);
    throw new NectarConnectionError("redirect", engine.baseUrl, toContext(call));
  }
  return response;
}

/** Logs a deprecation, once per operation. */
function warnOfDeprecation({ engine, operation: { operation } }: Call, keys: SentKeys, headers: Headers): void {
  const { logger, deprecated } = engine;
  if (logger === undefined || deprecated.has(operation)) return;
  if (!headers.has("deprecation") && !headers.has("sunset")) return;
  deprecated.add(operation);
  const clean = redactHeaders(headers, keys);
  const details = { deprecation: clean.get("deprecation"), sunset: clean.get("sunset") };
  logger.warn(`${operation} is deprecated`, details);
}

/**
 * Chooses a mode that does not follow redirects.
 *
 * `manual` shows the redirect, but Node keeps a copy of the whole body: too much for a file. workerd throws on `error`.
 */
function chooseRedirect(body: string | undefined): RequestRedirect {
  if (body !== "multipart") return "manual";
  try {
    return new Request("http://localhost", { redirect: "error" }).redirect;
  } catch {
    return "manual";
  }
}
