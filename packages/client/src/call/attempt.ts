import { endWith } from "../async/end-stream-on-abort.ts";
import { TIMED_OUT, within } from "../async/with-deadline.ts";
import { isNectarError } from "../errors/nectar-error.ts";
import type { TimeLimit } from "../errors/nectar-timeout-error.ts";
import { abandon } from "../response/cancel-body.ts";
import { readAnswer } from "../response/read-response.ts";
import { redactText } from "../response/redact.ts";
import { type Call, type CallResult, getTimeLeft } from "./call.ts";
import { readApiError, toConnectionError, toError, toTooLargeError, toUnexpectedError } from "./failures.ts";
import { mayRetry } from "./may-retry.ts";
import { backoff, retryAfter } from "./retry-timing.ts";
import { type Sending, sendRequest } from "./send-request.ts";

/** The longest wait for a retry without a deadline: a caller should not hang for an hour without having agreed to it. */
const LONGEST_UNASKED_WAIT = 60_000;

/** An attempt that failed and is repeated. */
export interface Retry {
  readonly kind: "retry";
  readonly waitMs: number;
  /** Status of the response; `undefined` where none came. */
  readonly status: number | undefined;
}

/** What became of an attempt. */
export type AttemptOutcome =
  | ({ readonly kind: "response" } & CallResult)
  | Retry
  | { readonly kind: "failed"; readonly error: unknown };

/** Another attempt, or why there is none: the server asked for more time than there is. */
interface RetryPlan {
  readonly retry?: Retry;
  readonly retryAfter?: number | undefined;
}

/** Sends a request once, in its turn and within its time. */
export async function makeAttempt(call: Call, waitedMs: number): Promise<AttemptOutcome> {
  const { limiter, timeout: clientTimeout, sent } = call.engine;
  const { signal, timeout = clientTimeout } = call.options;
  const sending: Sending = { attempt: { status: undefined, waited: waitedMs }, keys: sent.keys };
  let limit: TimeLimit["option"] = "deadline";
  try {
    if (!limiter.tryEnter()) {
      // A place that comes at the very moment of the abort goes to the next in the queue.
      await within(
        getTimeLeft(call),
        signal,
        (stop) => limiter.enter(stop),
        () => limiter.leave(),
      );
    }
    try {
      const left = getTimeLeft(call);
      if (timeout < left) limit = "timeout";
      return await within(Math.min(timeout, left), signal, (stop) => exchange(call, sending, stop));
    } finally {
      limiter.leave();
    }
  } catch (cause) {
    const isLost = sending.lost !== undefined && sending.lost.cause === cause && !isNectarError(cause);
    // What took too long before it was sent (a hook, the function that gives the key) would do so again.
    const isSlow = cause === TIMED_OUT && limit === "timeout" && call.attempts.includes(sending.attempt);
    const { retry }: RetryPlan = isLost || isSlow ? planRetry(call, sending, true) : {};
    if (retry) return retry;
    return { kind: "failed", error: isLost ? toConnectionError(call, sending, cause) : toError(call, cause, limit) };
  }
}

async function exchange(call: Call, sending: Sending, signal: AbortSignal): Promise<AttemptOutcome> {
  const { engine, target, init, readAs, options } = call;
  const { method, path } = target.definition;
  const response = await engine.transport(method, path, {
    ...init,
    fetch: (request) => sendRequest(call, sending, request, signal),
  });
  const { retry, retryAfter: asked } = planRetry(call, sending, false);
  if (retry) {
    abandon(response.body);
    return retry;
  }
  const maxBytes = options.maxResponseBytes ?? engine.maxResponseBytes;
  try {
    if (!response.ok) {
      return { kind: "response", response, refusal: await readApiError(call, sending.keys, response, asked) };
    }
    const data = await readAnswer(response, readAs, {
      maxBytes,
      unexpected: (text) => toUnexpectedError(call, sending.keys, response, text),
      tooLarge: () => toTooLargeError(call, response, maxBytes),
    });
    const isOpen = options.signal && data instanceof ReadableStream;
    return { kind: "response", response, data: isOpen ? endWith(options.signal, data) : data };
  } catch (cause) {
    sending.lost = { cause };
    throw cause;
  }
}

/** Decides whether there is another attempt, and when. A lost connection may be repeated whatever the status was. */
function planRetry(call: Call, { attempt, response, keys }: Sending, isLost: boolean): RetryPlan {
  const { engine, target, options, attempts } = call;
  const { status } = attempt;
  const mayRetryAfter = (failure: number | undefined): boolean => mayRetry(target.definition.retry, failure);
  const isTransient = (status !== undefined && mayRetryAfter(status)) || (isLost && mayRetryAfter(undefined));
  if (!isTransient || attempts.length > (options.maxRetries ?? engine.maxRetries)) return {};
  const asked = retryAfter(redactText(response?.headers.get("retry-after") ?? "", keys), Date.now());
  const waitMs = asked ?? backoff(attempts.length, Math.random());
  const left = getTimeLeft(call);
  const isTooLong = waitMs >= (left === Infinity ? LONGEST_UNASKED_WAIT : left);
  return isTooLong ? { retryAfter: asked } : { retry: { kind: "retry", waitMs, status } };
}
