import type { NectarWebhookEvent } from "../events/webhook-event.ts";
import { createConsumedError } from "../verify/read-body.ts";
import { createSigners } from "../verify/signature.ts";
import { verifyWebhook } from "../verify/verify-webhook.ts";
import { isWebhookVerificationError, WebhookVerificationError } from "../verify/webhook-verification-error.ts";
import { createMemorySeenStore } from "./create-memory-seen-store.ts";
import type { WebhookErrorContext, WebhookFunction, WebhookHandlerOptions } from "./handler-options.ts";

/**
 * Responds to a delivery. Pass a platform with `waitUntil`, such as the context of a worker, as the second argument; other values are ignored.
 */
export type WebhookHandler = (request: Request, platform?: unknown) => Promise<Response>;

/**
 * Creates a handler for deliveries, for any runtime with `Request` and `Response`.
 *
 * It responds with 204 when the event was handled, now or before, or has no function; 400 if the delivery is not from Nectar; 405 if the
 * method is not POST; 409 while the same message is being handled; 413 for a body above `maxBytes`; and 500 when a function throws, or for an
 * unknown event without `onUnknown`. Svix retries deliveries without a 2xx response.
 *
 * @throws {WebhookVerificationError} `bad-secret` when the secret cannot be valid, before any delivery
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { secret, on = {}, onUnknown, onError = logFailure, seen = createMemorySeenStore() } = options;
  // Fail now rather than at the first delivery.
  if (typeof secret !== "function") createSigners(secret);

  const report = async (error: unknown, info: WebhookErrorContext): Promise<void> => {
    try {
      await onError(error, info);
    } catch {
      // An error of the error handler has nowhere to go.
    }
  };

  const verify = async (request: Request): Promise<NectarWebhookEvent> => {
    if (request.bodyUsed) throw createConsumedError();
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
      // Other frameworks pass values without it.
      const host: { waitUntil?(work: Promise<void>): unknown } = Object(platform);
      host.waitUntil?.(watched);
    };
    if (event.kind === "unknown" && onUnknown === undefined) {
      // The payload may be a bill, and Svix never retries after a success.
      throw new WebhookVerificationError("unknown-event", `unknown event "${event.type}": set typeOf or onUnknown`);
    }
    // The key of each function is the type of its event, which the compiler cannot follow through a union.
    const run = (event.kind === "unknown" ? onUnknown : on[event.type]) as WebhookFunction<typeof event> | undefined;
    const claim = run === undefined ? "done" : await seen.claim(messageId);
    if (claim === "running") return respond(409, "running");
    if (claim === "new") {
      try {
        await run?.(event, { messageId, timestamp, signal, waitUntil });
      } catch (error) {
        await attempt(500, () => seen.release(messageId));
        throw error;
      }
      // The event was handled: a retry would be worse than a message that is not remembered.
      await attempt(204, () => seen.complete(messageId));
    }
    return respond(204, null);
  };

  return async (request, platform) => {
    if (request.method !== "POST") return respond(405, "method-not-allowed", { allow: "POST" });
    let event: NectarWebhookEvent | undefined;
    try {
      event = await verify(request);
      return await handle(event, request.signal, platform);
    } catch (error) {
      // An error of a function is never the sender's fault, and the sender learns nothing about it.
      const isInvalid = event === undefined && isWebhookVerificationError(error);
      const status = isInvalid ? toStatus(error) : 500;
      await report(error, { status, event });
      return respond(status, isInvalid ? `${error.code}: ${error.message}` : "handler-failed");
    }
  };
}

function respond(status: number, text: string | null, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers });
}

/** 413 and 400 for invalid deliveries, 500 for a mistake in the setup of the handler. */
function toStatus({ code }: WebhookVerificationError): number {
  if (code === "too-large") return 413;
  return code === "body-consumed" || code === "bad-secret" ? 500 : 400;
}

function logFailure(error: unknown, { status }: WebhookErrorContext): void {
  if (status === 500) console.error(error);
}
