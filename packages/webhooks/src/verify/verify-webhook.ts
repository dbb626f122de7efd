import { type TypeOf, toEvent, type WebhookPayload } from "../events/event-type.ts";
import type { NectarWebhookEvent } from "../events/webhook-event.ts";
import { readBody, type WebhookBody } from "./read-body.ts";
import { hasMatch, signersOf, type WebhookSecrets } from "./signature.ts";
import { readHeaders, type WebhookHeaders } from "./webhook-headers.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** How strictly a delivery is verified. */
export interface VerifyOptions {
  /**
   * Seconds that the timestamp may be off, in either direction. `Infinity` lets anybody send an old delivery again.
   *
   * @default 300
   */
  readonly toleranceSeconds?: number | undefined;
  /**
   * Bytes of the largest body that is read.
   *
   * @default 1048576 (1 MB)
   */
  readonly maxBytes?: number | undefined;
  /**
   * The time in milliseconds since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /** Says which event a payload belongs to, for example by the address that it was sent to; `undefined` leaves it to the payload. */
  readonly typeOf?: TypeOf | undefined;
}

/**
 * Verifies a delivery and says which event it is. Nothing of the body is looked at before its signature.
 *
 * @param body the raw body: text, bytes or a stream; at most 1 MB
 * @param headers those of the request; `svix-*` and `webhook-*` are read
 * @param secret of the endpoint, `whsec_…`; several while it is changed
 * @throws {WebhookVerificationError} with a `code` that says why
 */
export async function verifyWebhook(
  body: WebhookBody,
  headers: WebhookHeaders,
  secret: WebhookSecrets,
  options: VerifyOptions = {},
): Promise<NectarWebhookEvent> {
  const { maxBytes = 1_048_576, toleranceSeconds = 300, now = Date.now, typeOf } = options;
  const signers = signersOf(secret);
  const { id, timestamp: text, signature } = readHeaders(headers);
  const timestamp = readTimestamp(text, now() / 1000, toleranceSeconds);
  const content = await readBody(body, maxBytes);
  const expected = signers.map((sign) => sign(id, timestamp, content));
  if (!hasMatch(signature, expected))
    throw new WebhookVerificationError(
      "no-matching-signature",
      "no signature fits: another endpoint's secret, or a changed body",
    );
  return toEvent(parse(content), id, timestamp, typeOf);
}

function readTimestamp(text: string, now: number, tolerance: number): Date {
  if (!/^[1-9]\d*$/.test(text))
    throw new WebhookVerificationError("bad-timestamp", "the timestamp is no number of seconds");
  const age = now - Number(text);
  // Written so that a clock or a tolerance that is no number lets nothing pass.
  if (Math.abs(age) <= tolerance) return new Date(Number(text) * 1000);
  throw new WebhookVerificationError(
    age < 0 ? "too-new" : "too-old",
    `signed ${Math.round(age)} seconds ago; toleranceSeconds is ${tolerance}`,
  );
}

function parse(text: string): WebhookPayload {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // The message of the engine quotes the body, which belongs in no log.
  }
  throw new WebhookVerificationError("not-json", "the signed body is no JSON object");
}
