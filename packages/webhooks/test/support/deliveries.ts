import { expect } from "vitest";
import { createWebhookFixture } from "../../src/fixtures/create-webhook-fixture.ts";
import { type SignedWebhook, type SignOptions, signTestWebhook } from "../../src/fixtures/sign-test-webhook.ts";
import {
  isWebhookVerificationError,
  type WebhookErrorCode,
  type WebhookVerificationError,
} from "../../src/verify/webhook-verification-error.ts";

/** The secret of the published vector of Standard Webhooks. */
export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

/** A signed `document.created.v2`, with a body beyond ASCII. */
export function delivery(options?: SignOptions, secret: string = SECRET): SignedWebhook {
  return signTestWebhook(createWebhookFixture("document.created.v2", { notes: "Wärme, 湯" }), secret, options);
}

/** Returns the error of a failing verification. */
export async function findRefusal(verification: Promise<unknown>): Promise<WebhookVerificationError> {
  const error = await verification.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (isWebhookVerificationError(error)) return error;
  return expect.fail(`expected an error of this package instead of ${String(error)}`);
}

/** Expects a verification to fail with that code. */
export async function expectRefusal(verification: Promise<unknown>, code: WebhookErrorCode): Promise<void> {
  expect((await findRefusal(verification)).code).toBe(code);
}
