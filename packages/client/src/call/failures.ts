import { ABORTED, TIMED_OUT } from "../async/with-deadline.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarTimeoutError, type TimeLimit } from "../errors/nectar-timeout-error.ts";
import { ResponseTooLargeError } from "../errors/response-too-large-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { readTextUpTo } from "../response/read-text.ts";
import { redactBody, redactCause, redactHeaders, redactText } from "../response/redact.ts";
import type { SentKeys } from "../response/sent-keys.ts";
import { type Call, toContext } from "./call.ts";
import type { Sending } from "./send-request.ts";

/** Characters of an unexpected body that its error shows. */
const PREVIEW = 1024;

/** Bytes of an error response that are read; the rest is not fetched. */
const ERROR_BODY_LIMIT = 65_536;

/** The error of a call that ended without a response, because of its caller, of its time, or of anything else that was thrown. */
export function toError(call: Call, cause: unknown, option: TimeLimit["option"]): unknown {
  const { engine, options } = call;
  const { label } = call.target;
  if (cause === ABORTED) {
    const { signal } = options;
    return new NectarAbortError(`${label}: aborted by the caller`, { ...toContext(call), cause: signal?.reason });
  }
  if (cause !== TIMED_OUT) return addCallSite(cause);
  const { [option]: own = engine[option], wholeDeadline } = options;
  const milliseconds = (option === "deadline" && wholeDeadline) || own;
  const what = option === "timeout" ? "an attempt" : "the call";
  const message = `${label}: no response within ${Math.round(milliseconds)} ms, the \`${option}\` of ${what}`;
  return new NectarTimeoutError(message, undefined, toContext(call), { option, milliseconds });
}

/** The error of a connection that was lost. */
export function toConnectionError(call: Call, { keys, attempt }: Sending, cause: unknown): NectarConnectionError {
  const clean = redactCause(cause, keys);
  const { host } = new URL(call.engine.baseUrl);
  const what = attempt.status === undefined ? `no response from ${host}` : `the response of ${host} broke off`;
  const reason = describeCause(clean);
  const message = `${call.target.label}: ${what}${reason && ": "}${reason}`;
  return new NectarConnectionError(message, { ...toContext(call), cause: clean });
}

/** The innermost message: what `fetch` itself says is always the same. */
function describeCause(error: unknown): string {
  const { message = error, cause, code }: { message?: unknown; cause?: unknown; code?: unknown } = Object(error);
  return (cause ? describeCause(cause) : "") || String(message || code || "");
}

/** Reads the error of a call that the API refused: the beginning of its body, or what came before it broke off. */
export async function readApiError(
  call: Call,
  keys: SentKeys,
  response: Response,
  retryAfter: number | undefined,
): Promise<NectarApiError> {
  const { status, statusText } = response;
  const { text, isCut, broken } = await readTextUpTo(response, ERROR_BODY_LIMIT + keys.longestForm);
  const body = isCut ? redactText(text, keys, text.length - keys.longestForm) : redactBody(parseBody(text), keys);
  const { detail }: { readonly detail?: unknown } = Object(body);
  const reason = `${call.target.label}: ${`${status} ${redactText(statusText, keys)}`.trim()}`;
  const message = typeof detail === "string" && detail !== "" ? `${reason}: ${detail}` : reason;
  const context = { ...toContext(call), retryAfter, cause: redactCause(broken?.cause, keys) };
  return apiErrorOf(message, { status, body, headers: redactHeaders(response.headers, keys) }, context);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

/** The error of a success that is not the JSON that was promised. */
export function toUnexpectedError(
  call: Call,
  keys: SentKeys,
  { status, headers }: Response,
  text: string,
): UnexpectedContentError {
  const contentType = redactText(headers.get("content-type") ?? "", keys) || undefined;
  const start = text.slice(0, PREVIEW + keys.longestForm);
  const preview = redactText(start, keys, PREVIEW).slice(0, PREVIEW);
  const message = `${call.target.label}: ${status} with ${contentType ?? "no content type"} is not the JSON that was promised`;
  return new UnexpectedContentError(message, { status, contentType, preview }, toContext(call));
}

/** The error of a success that is longer than it may be. */
export function toTooLargeError(call: Call, { status }: Response, limit: number): ResponseTooLargeError {
  const message = `${call.target.label}: the body of the response (${status}) is longer than \`maxResponseBytes\`, ${limit} bytes`;
  return new ResponseTooLargeError(message, status, limit, toContext(call));
}
