/** Reason why a delivery is invalid, to switch on. */
export type WebhookErrorCode =
  /** The headers lack the id, the timestamp or the signatures. */
  | "missing-header"
  /** The timestamp is not a number of seconds. */
  | "bad-timestamp"
  /** Signed too long ago: possibly a replay of an old delivery. */
  | "too-old"
  /** Signed in the future: one of the clocks is wrong. */
  | "too-new"
  /** No signature matches the body with any of the secrets. */
  | "no-matching-signature"
  /** Signed, but not a JSON object. */
  | "not-json"
  /** The body is larger than `maxBytes`. */
  | "too-large"
  /** Other code has read or parsed the body, so the signed bytes are gone. */
  | "body-consumed"
  /** A secret is missing or malformed. */
  | "bad-secret"
  /** Verified, but the event is new to this package and the handler has no `onUnknown`. */
  | "unknown-event";

/** The error of this package. It never contains a secret. */
export class WebhookVerificationError extends Error {
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Makes `instanceof` true for errors of another copy of this package, such as CommonJS beside ES modules. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass of a user inherits the method
    return this === WebhookVerificationError ? isWebhookVerificationError(value) : super[Symbol.hasInstance](value);
  }

  /** Marks errors of every copy of this package; see {@link isWebhookVerificationError}. */
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

/** Whether a value is an error of this package, from any copy and any realm. */
export function isWebhookVerificationError(value: unknown): value is WebhookVerificationError {
  return Object(value).isWebhookVerificationError === true;
}
