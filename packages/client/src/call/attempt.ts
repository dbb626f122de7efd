import { endStreamOnAbort } from "../async/end-stream-on-abort.ts";
import { TIMED_OUT, withDeadline } from "../async/with-deadline.ts";
import { isNectarError } from "../errors/nectar-error.ts";
import type { TimeLimit } from "../errors/nectar-timeout-error.ts";
import { cancelBody } from "../response/cancel-body.ts";
import { readResponse } from "../response/read-response.ts";
import { redactText } from "../response/redact.ts";
import { type Call, type CallResult, getTimeLeft } from "./call.ts";
import { canRetry } from "./can-retry.ts";
import { readApiError, toConnectionError, toError, toTooLargeError, toUnexpectedError } from "./failures.ts";
import { computeBackoff, parseRetryAfter } from "./retry-timing.ts";
import { type AttemptState, sendRequest } from "./send-request.ts";

/** The longest wait for a retry without a deadline, so that no caller hangs for an hour without asking for it. */
const MAX_WAIT_WITHOUT_DEADLINE_MS = 60_000;

/** A failed attempt that will be retried. */
export interface Retry {
  readonly kind: "retry";
  readonly waitMs: number;
  /** Status of the response; `undefined` if there was none. */
  readonly status: number | undefined;
}

/** How an attempt ended. */
export type AttemptOutcome =
  | ({ readonly kind: "response" } & CallResult)
  | Retry
  | { readonly kind: "failed"; readonly error: unknown };

/** The next attempt, or the wait that the server requested if it was too long. */
interface RetryPlan {
  readonly retry?: Retry;
  readonly retryAfter?: number | undefined;
}

/** Sends a request once: waits for a place in the limiter, then stays within the time limits. */
export async function makeAttempt(call: Call, waitedMs: number): Promise<AttemptOutcome> {
  const { limiter, timeout: clientTimeout, sent } = call.engine;
  const { signal, timeout = clientTimeout } = call.options;
  const state: AttemptState = { attempt: { status: undefined, waited: waitedMs }, keys: sent.keys };
  let limit: TimeLimit["option"] = "deadline";
  try {
    if (!limiter.tryEnter()) {
      // A place granted at the moment of the abort passes to the next call in the queue.
      await withDeadline(
        getTimeLeft(call),
        signal,
        (stop) => limiter.enter(stop),
        () => limiter.leave(),
      );
    }
    try {
      const left = getTimeLeft(call);
      if (timeout < left) limit = "timeout";
      return await withDeadline(Math.min(timeout, left), signal, (stop) => exchange(call, state, stop));
    } finally {
      limiter.leave();
    }
  } catch (cause) {
    const isLost = state.lost !== undefined && state.lost.cause === cause && !isNectarError(cause);
    // A hook or key function that was too slow before sending would be too slow again.
    const isSlow = cause === TIMED_OUT && limit === "timeout" && call.attempts.includes(state.attempt);
    const { retry }: RetryPlan = isLost || isSlow ? planRetry(call, state, true) : {};
    if (retry) return retry;
    return { kind: "failed", error: isLost ? toConnectionError(call, state, cause) : toError(call, cause, limit) };
  }
}

async function exchange(call: Call, state: AttemptState, signal: AbortSignal): Promise<AttemptOutcome> {
  const { engine, operation, init, readAs, options } = call;
  const { method, path } = operation.definition;
  const response = await engine.transport(method, path, {
    ...init,
    fetch: (request) => sendRequest(call, state, request, signal),
  });
  const { retry, retryAfter } = planRetry(call, state, false);
  if (retry) {
    cancelBody(response.body);
    return retry;
  }
  const maxBytes = options.maxResponseBytes ?? engine.maxResponseBytes;
  try {
    if (!response.ok) {
      return { kind: "response", response, refusal: await readApiError(call, state.keys, response, retryAfter) };
    }
    const data = await readResponse(response, readAs, {
      maxBytes,
      createUnexpectedError: (text) => toUnexpectedError(call, state.keys, response, text),
      createTooLargeError: () => toTooLargeError(call, response, maxBytes),
    });
    const isOpen = options.signal && data instanceof ReadableStream;
    return { kind: "response", response, data: isOpen ? endStreamOnAbort(options.signal, data) : data };
  } catch (cause) {
    state.lost = { cause };
    throw cause;
  }
}

/** Decides whether and when to retry. After a lost connection, the status does not matter. */
function planRetry(call: Call, { attempt, response, keys }: AttemptState, isLost: boolean): RetryPlan {
  const { engine, operation, options, attempts } = call;
  const { status } = attempt;
  const canRetryAfter = (failure: number | undefined): boolean => canRetry(operation.definition.retry, failure);
  const isTransient = (status !== undefined && canRetryAfter(status)) || (isLost && canRetryAfter(undefined));
  if (!isTransient || attempts.length > (options.maxRetries ?? engine.maxRetries)) return {};
  const retryAfter = parseRetryAfter(redactText(response?.headers.get("retry-after") ?? "", keys), Date.now());
  const waitMs = retryAfter ?? computeBackoff(attempts.length, Math.random());
  const left = getTimeLeft(call);
  const isTooLong = waitMs >= (left === Infinity ? MAX_WAIT_WITHOUT_DEADLINE_MS : left);
  return isTooLong ? { retryAfter } : { retry: { kind: "retry", waitMs, status } };
}
