import { isWebhookVerificationError, type WebhookErrorCode } from "./webhook-verification-error.ts";

/** Codes that the sender can do nothing about. */
const OURS: readonly WebhookErrorCode[] = ["body-consumed", "bad-secret", "bad-option"];

/** Status for an error: 413 and 400 for deliveries that are refused, 500 for everything that is our own concern. */
export function statusOf(error: unknown): number {
  if (!isWebhookVerificationError(error) || OURS.includes(error.code)) return 500;
  return error.code === "too-large" ? 413 : 400;
}

/** The answer to an error: to one of this package with its reason, and to any other without a word of it. */
export function answerError(status: number, error: unknown): Response {
  const { code, message } = isWebhookVerificationError(error)
    ? error
    : { code: "handler-failed", message: "the event was not handled; send it again" };
  return answer(status, code, message);
}

/** An answer that says why it is no success. */
export function answer(status: number, code: string, message: string, headers?: Record<string, string>): Response {
  return new Response(JSON.stringify({ code, message }), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}
