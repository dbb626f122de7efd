import { type TypeOf, toEvent } from "./event-type.ts";
import { readBody, type WebhookBody } from "./read-body.ts";
import { hasMatch, type Sign, signersOf, type WebhookSecrets } from "./signature.ts";
import type { NectarWebhookEvent } from "./webhook-event.ts";
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
  return verifyWith(signersOf(secret), body, headers, options);
}

/** The same with secrets that were looked at before. */
export async function verifyWith(
  signers: readonly Sign[],
  body: WebhookBody,
  headers: WebhookHeaders,
  options: VerifyOptions,
): Promise<NectarWebhookEvent> {
  const { maxBytes, toleranceSeconds } = checkOptions(options);
  const { now = Date.now, typeOf } = options;
  const { messageId, timestamp: seconds, signatures } = readHeaders(headers);
  const timestamp = readTimestamp(seconds, now() / 1000, toleranceSeconds);
  const text = await readBody(body, maxBytes);
  if (
    !hasMatch(
      signatures,
      signers.map((sign) => sign(messageId, timestamp, text)),
    )
  )
    throw new WebhookVerificationError(
      "no-matching-signature",
      "no signature fits: this is the secret of another endpoint, or the body is not the one that was sent",
    );
  return toEvent(parse(text), messageId, new Date(timestamp * 1000), typeOf);
}

/** @throws {WebhookVerificationError} `bad-option`: what is no number would let everything pass, or nothing */
export function checkOptions(options: VerifyOptions): { readonly maxBytes: number; readonly toleranceSeconds: number } {
  const { maxBytes = 1_048_576, toleranceSeconds = 300 } = options;
  for (const [name, value] of Object.entries({ maxBytes, toleranceSeconds }))
    if (typeof value !== "number" || !(value >= 0))
      throw new WebhookVerificationError("bad-option", `\`${name}\` has to be a number that is not negative`);
  return { maxBytes, toleranceSeconds };
}

function readTimestamp(text: string, now: number, tolerance: number): number {
  // Exactly as it is signed: seconds without a sign, a fraction or zeros in front.
  if (!/^[1-9]\d{0,11}$/.test(text))
    throw new WebhookVerificationError("bad-timestamp", "the timestamp is no number of seconds since 1970");
  const seconds = Number(text);
  const off = (direction: string): string =>
    `the delivery was signed ${Math.round(Math.abs(now - seconds))} seconds ${direction}, and ${tolerance} are tolerated (\`toleranceSeconds\`)`;
  // Written so that a clock that gives no number lets nothing pass.
  if (!(now - seconds <= tolerance)) throw new WebhookVerificationError("too-old", off("ago"));
  if (!(seconds - now <= tolerance))
    throw new WebhookVerificationError("too-new", `${off("from now")}; check the clock`);
  return seconds;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  const value = tryParse(text);
  if (isRecord(value)) return value;
  throw new WebhookVerificationError("not-json", "the signed body is no JSON object, so no event");
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message of the engine quotes the body, which belongs in no log.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
