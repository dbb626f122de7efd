import { answer, answerError, statusOf } from "./answer.ts";
import { kindOf } from "./event-type.ts";
import type { WebhookContext, WebhookErrorInfo, WebhookFunction, WebhookHandlerOptions } from "./handler-options.ts";
import { memorySeenStore } from "./memory-seen-store.ts";
import { bodyConsumed, tooLarge } from "./read-body.ts";
import { signersOf } from "./signature.ts";
import { checkOptions, verifyWith } from "./verify-webhook.ts";
import type { NectarWebhookEvent } from "./webhook-event.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/**
 * Answers a delivery. A platform with `waitUntil`, such as the context of a worker, may be passed along; whatever else frameworks pass
 * as the second argument is left alone.
 */
export type WebhookHandler = (request: Request, platform?: unknown) => Promise<Response>;

/**
 * A handler for deliveries, to mount wherever `Request` and `Response` are known. It answers 204 when an event was handled, before, or
 * is of no interest; 400 for what is not from Nectar; 405 for what is no POST; 409 while the same message is being handled; 413 for a
 * body above `maxBytes`; 500 when a function throws, so that the event is sent again.
 *
 * @throws {WebhookVerificationError} `bad-secret`, `bad-option`, before any delivery
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { secret, on = {}, onUnknown, seen = memorySeenStore() } = options;
  const { maxBytes } = checkOptions(options);
  const strange = Object.keys(on).find((type) => kindOf(type) === "unknown");
  if (strange !== undefined)
    throw new WebhookVerificationError(
      "bad-option",
      `\`on\`: there is no event ${strange}; new ones come to \`onUnknown\``,
    );
  const fixed = typeof secret === "function" ? undefined : signersOf(secret);
  const report = reporterOf(options.onError);

  const verify = async (request: Request): Promise<NectarWebhookEvent> => {
    if (request.bodyUsed) throw bodyConsumed("give the request to the handler before anything else reads it");
    if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
    const signers = fixed ?? signersOf(typeof secret === "function" ? await secret() : secret);
    return verifyWith(signers, request.body, request.headers, options);
  };

  const functionFor = (event: NectarWebhookEvent): WebhookFunction<NectarWebhookEvent> | undefined =>
    // Each function stands under the type of its event, which the compiler cannot follow through a union.
    (event.kind === "unknown" ? onUnknown : on[event.type]) as WebhookFunction<NectarWebhookEvent> | undefined;

  const handle = async (
    event: NectarWebhookEvent,
    run: WebhookFunction<NectarWebhookEvent>,
    context: WebhookContext,
  ) => {
    const claim = await seen.claim(event.messageId);
    if (claim === "done") return handled();
    if (claim === "running") return answer(409, "running", "another delivery of this message is being handled");
    try {
      await run(event, context);
    } catch (error) {
      // The first error is the one that matters.
      await attempt(
        () => seen.release(event.messageId),
        (failure) => report(failure, { status: 500, event }),
      );
      throw error;
    }
    // It was handled: to have it sent again would be worse than not to remember it.
    await attempt(
      () => seen.complete(event.messageId),
      (failure) => report(failure, { status: 204, event }),
    );
    return handled();
  };

  return async (request, platform) => {
    if (request.method !== "POST")
      return answer(405, "method-not-allowed", "deliveries are sent with POST", { allow: "POST" });
    let event: NectarWebhookEvent | undefined;
    try {
      event = await verify(request);
      const run = functionFor(event);
      return run === undefined ? handled() : await handle(event, run, contextOf(event, request, platform, report));
    } catch (error) {
      // What a function throws is never the sender's fault, whatever error it is.
      const status = event === undefined ? statusOf(error) : 500;
      await report(error, { status, event });
      return answerError(status, error);
    }
  };
}

function handled(): Response {
  return new Response(null, { status: 204 });
}

type Report = (error: unknown, info: WebhookErrorInfo) => Promise<void>;

/** Tells of an error; what goes wrong while telling cannot be told. */
function reporterOf(onError: WebhookHandlerOptions["onError"]): Report {
  const byDefault = (error: unknown, { status }: WebhookErrorInfo): void => {
    if (status >= 500) console.error(error);
  };
  return (error, info) =>
    attempt(
      () => (onError ?? byDefault)(error, info),
      () => {},
    );
}

function contextOf(event: NectarWebhookEvent, request: Request, platform: unknown, report: Report): WebhookContext {
  const { messageId, timestamp } = event;
  return {
    messageId,
    timestamp,
    signal: request.signal,
    waitUntil: (work) => {
      const watched = attempt(
        () => work,
        (error) => report(error, { status: 204, event }),
      );
      if (hasWaitUntil(platform)) platform.waitUntil(watched);
    },
  };
}

function hasWaitUntil(platform: unknown): platform is { waitUntil(work: Promise<unknown>): void } {
  return (
    typeof platform === "object" &&
    platform !== null &&
    "waitUntil" in platform &&
    typeof platform.waitUntil === "function"
  );
}

async function attempt(action: () => unknown, onFailure: (error: unknown) => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    await onFailure(error);
  }
}
