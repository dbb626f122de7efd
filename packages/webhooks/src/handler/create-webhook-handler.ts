import type { NectarWebhookEvent } from "../events/webhook-event.ts";
import { bodyConsumed } from "../verify/read-body.ts";
import { signersOf } from "../verify/signature.ts";
import { verifyWebhook } from "../verify/verify-webhook.ts";
import { isWebhookVerificationError, WebhookVerificationError } from "../verify/webhook-verification-error.ts";
import type { WebhookErrorInfo, WebhookFunction, WebhookHandlerOptions } from "./handler-options.ts";
import { memorySeenStore } from "./memory-seen-store.ts";

/**
 * Answers a delivery. A platform with `waitUntil`, such as the context of a worker, may be passed along; whatever else frameworks pass
 * as the second argument is left alone.
 */
export type WebhookHandler = (request: Request, platform?: unknown) => Promise<Response>;

/**
 * A handler for deliveries, to mount wherever `Request` and `Response` are known. It answers 204 when an event was handled, now or before,
 * or has no function; 400 for what is not from Nectar; 405 for what is no POST; 409 while the same message is being handled; 413 for a
 * body above `maxBytes`; 500 when a function throws, or for an unknown event without `onUnknown`. Svix sends again what is not 2xx.
 *
 * @throws {WebhookVerificationError} `bad-secret`, before any delivery
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { secret, on = {}, onUnknown, onError = logFailure, seen = memorySeenStore() } = options;
  // A secret that cannot work is refused now and not at the first delivery.
  if (typeof secret !== "function") signersOf(secret);

  const report = async (error: unknown, info: WebhookErrorInfo): Promise<void> => {
    try {
      await onError(error, info);
    } catch {
      // What goes wrong while telling cannot be told.
    }
  };

  const verify = async (request: Request): Promise<NectarWebhookEvent> => {
    if (request.bodyUsed) throw bodyConsumed();
    const secrets = typeof secret === "function" ? await secret() : secret;
    return verifyWebhook(request.body, request.headers, secrets, options);
  };

  const handle = async (event: NectarWebhookEvent, signal: AbortSignal, platform: unknown): Promise<Response> => {
    const { messageId, timestamp } = event;
    const attempt = async (status: number, action: () => unknown): Promise<void> => {
      try {
        await action();
      } catch (error) {
        await report(error, { status, event });
      }
    };
    const waitUntil = (work: Promise<unknown>): void => {
      const watched = attempt(204, () => work);
      // Whatever else a framework passes has none.
      const host: { waitUntil?(work: Promise<void>): unknown } = Object(platform);
      host.waitUntil?.(watched);
    };
    if (event.kind === "unknown" && onUnknown === undefined) {
      // A bill may be in it: what is answered with success is never sent again.
      throw new WebhookVerificationError("unknown-event", `unknown event "${event.type}": set typeOf or onUnknown`);
    }
    // Each function stands under the type of its event, which the compiler cannot follow through a union.
    const run = (event.kind === "unknown" ? onUnknown : on[event.type]) as WebhookFunction<typeof event> | undefined;
    const claim = run === undefined ? "done" : await seen.claim(messageId);
    if (claim === "running") return answer(409, "running");
    if (claim === "new") {
      try {
        await run?.(event, { messageId, timestamp, signal, waitUntil });
      } catch (error) {
        await attempt(500, () => seen.release(messageId));
        throw error;
      }
      // It was handled: to have it sent again would be worse than not to remember it.
      await attempt(204, () => seen.complete(messageId));
    }
    return answer(204, null);
  };

  return async (request, platform) => {
    if (request.method !== "POST") return answer(405, "method-not-allowed", { allow: "POST" });
    let event: NectarWebhookEvent | undefined;
    try {
      event = await verify(request);
      return await handle(event, request.signal, platform);
    } catch (error) {
      // What a function throws is never the sender's fault, whatever error it is, and nothing of it is told.
      const isRefused = event === undefined && isWebhookVerificationError(error);
      const status = isRefused ? statusOf(error) : 500;
      await report(error, { status, event });
      return answer(status, isRefused ? `${error.code}: ${error.message}` : "handler-failed");
    }
  };
}

function answer(status: number, text: string | null, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers });
}

/** 413 and 400 for deliveries that are refused, 500 for what the sender can do nothing about. */
function statusOf({ code }: WebhookVerificationError): number {
  if (code === "too-large") return 413;
  return code === "body-consumed" || code === "bad-secret" ? 500 : 400;
}

function logFailure(error: unknown, { status }: WebhookErrorInfo): void {
  if (status === 500) console.error(error);
}
