import { ABORTED, TIMED_OUT } from "../async/with-deadline.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { NectarTimeoutError, type TimeLimit } from "../errors/nectar-timeout-error.ts";
import { ResponseTooLargeError } from "../errors/response-too-large-error.ts";
import { createApiError } from "../errors/status-errors.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { readTextUpTo } from "../response/read-text.ts";
import { redactBody, redactCause, redactHeaders, redactText } from "../response/redact.ts";
import type { SentKeys } from "../response/sent-keys.ts";
import { type Call, toContext } from "./call.ts";
import type { AttemptState } from "./send-request.ts";

/** Characters of an unexpected body that its error shows. */
const PREVIEW_LENGTH = 1024;

/** Bytes to read of an error response; the client cancels the rest. */
const MAX_ERROR_BODY_BYTES = 65_536;

/** Turns an abort or a passed time limit into its error; other errors only get the call site. */
export function toError(call: Call, cause: unknown, option: TimeLimit["option"]): unknown {
  const { engine, options } = call;
  if (cause === ABORTED) return new NectarAbortError({ ...toContext(call), cause: options.signal?.reason });
  if (cause !== TIMED_OUT) return addCallSite(cause);
  const { [option]: limit = engine[option], wholeDeadline } = options;
  const milliseconds = (option === "deadline" && wholeDeadline) || limit;
  return new NectarTimeoutError({ pending: "no response", milliseconds, option, state: undefined }, toContext(call));
}

/** Creates the error of a lost connection. */
export function toConnectionError(call: Call, { keys, attempt }: AttemptState, cause: unknown): NectarConnectionError {
  const problem = attempt.status === undefined ? "unreachable" : "broken";
  const context = { ...toContext(call), cause: redactCause(cause, keys) };
  return new NectarConnectionError(problem, call.engine.baseUrl, context);
}

/** Reads the error of a refused call from the beginning of its body, even if the body breaks off. */
export async function readApiError(
  call: Call,
  keys: SentKeys,
  response: Response,
  retryAfter: number | undefined,
): Promise<NectarApiError> {
  const { status } = response;
  const { text, isCut, broken } = await readTextUpTo(response, MAX_ERROR_BODY_BYTES + keys.longestForm);
  const body = isCut ? redactText(text, keys, text.length - keys.longestForm) : redactBody(parseBody(text), keys);
  const statusText = redactText(response.statusText, keys);
  const headers = redactHeaders(response.headers, keys);
  const context = { ...toContext(call), retryAfter, cause: redactCause(broken?.cause, keys) };
  return createApiError({ status, statusText, body, headers }, context);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

/** Creates the error of a successful response that is not JSON. */
export function toUnexpectedError(
  call: Call,
  keys: SentKeys,
  { status, headers }: Response,
  text: string,
): UnexpectedContentError {
  const contentType = redactText(headers.get("content-type") ?? "", keys) || undefined;
  const start = text.slice(0, PREVIEW_LENGTH + keys.longestForm);
  const preview = redactText(start, keys, PREVIEW_LENGTH).slice(0, PREVIEW_LENGTH);
  return new UnexpectedContentError("JSON", { status, contentType, preview }, toContext(call));
}

/** Creates the error of a successful response that is too long. */
export function toTooLargeError(call: Call, { status }: Response, limit: number): ResponseTooLargeError {
  return new ResponseTooLargeError(status, limit, toContext(call));
}
