/** Why a delivery was refused, as a word to switch on. */
export type WebhookErrorCode =
  /** The id, the timestamp or the signatures are not in the headers. */
  | "missing-header"
  /** The timestamp is no number of seconds. */
  | "bad-timestamp"
  /** Signed longer ago than is tolerated: perhaps somebody sends an old delivery again. */
  | "too-old"
  /** Signed in the future: one of the clocks is wrong. */
  | "too-new"
  /** No signature fits the body and any of the secrets. */
  | "no-matching-signature"
  /** Signed, but not a JSON object. */
  | "not-json"
  /** The body is larger than `maxBytes`. */
  | "too-large"
  /** Something has read or parsed the body before, so that nobody can say any more what was signed. */
  | "body-consumed"
  /** A secret is missing or cannot be one. */
  | "bad-secret"
  /** Verified, but of no event that this package knows, and the handler has no `onUnknown`. */
  | "unknown-event";

/** Every error of this package. No secret is in any of them. */
export class WebhookVerificationError extends Error {
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Marks errors of this package, whichever copy of it they come from; see {@link isWebhookVerificationError}. */
  get isWebhookVerificationError(): true {
    return true;
  }

  override get name(): string {
    return "WebhookVerificationError";
  }

  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Whether a value is an error of this package, from whichever copy of it and from whichever realm. */
export function isWebhookVerificationError(value: unknown): value is WebhookVerificationError {
  return Object(value).isWebhookVerificationError === true;
}
