import { delay } from "../async/delay.ts";
import { withDeadline } from "../async/with-deadline.ts";
import { runUserCode } from "../errors/add-call-site.ts";
import { makeAttempt, type Retry } from "./attempt.ts";
import { type Call, type CallRequest, type CallResult, getTimeLeft, startCall, toEvent } from "./call.ts";
import { toError } from "./failures.ts";

/**
 * Sends a request until it gets a final response. A refusal by the API is a result, not an error.
 *
 * @throws {NectarError} when there is no such response
 */
export async function runCall(request: CallRequest): Promise<CallResult> {
  const call = startCall(request);
  for (let waitedMs = 0; ; ) {
    const outcome = await makeAttempt(call, waitedMs);
    if (outcome.kind === "response") return outcome;
    if (outcome.kind === "failed") throw outcome.error;
    await waitForRetry(call, outcome);
    waitedMs = outcome.waitMs;
  }
}

async function waitForRetry(call: Call, { waitMs, status }: Retry): Promise<void> {
  const { engine, operation, options, attempts } = call;
  const { hooks, logger } = engine;
  const event = { ...toEvent(call, attempts.length), status, wait: waitMs };
  logger?.warn(`${operation.operation}: next attempt in ${Math.round(waitMs)} ms`, event);
  try {
    await withDeadline(getTimeLeft(call), options.signal, async (stop) => {
      if (hooks.onRetry) await runUserCode(() => hooks.onRetry?.(event));
      await delay(waitMs, stop);
    });
  } catch (cause) {
    throw toError(call, cause, "deadline");
  }
}
