import { inferredType, namedType, type WebhookPayload } from "./event-type.ts";
import { signersOf } from "./signature.ts";

/** An event to sign: a fixture, or anything else with the same two fields. */
export interface TestEvent {
  readonly type: string;
  readonly data: object;
}

/** How a test delivery is signed. */
export interface SignOptions {
  /** @default a new one, `msg_…` */
  readonly messageId?: string | undefined;
  /** @default the present time */
  readonly timestamp?: Date | undefined;
  /** Which family of headers is sent. @default "svix" */
  readonly family?: "svix" | "webhook" | undefined;
  /**
   * Whether a payload that does not tell its event gets an `eventType`. Nectar's documents show none in document payloads: `false` signs them
   * so, and the handler needs `typeOf`.
   *
   * @default true
   */
  readonly isNamed?: boolean | undefined;
}

/** A signed delivery. */
export interface SignedWebhook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly messageId: string;
  /** The delivery as a request, a new one each time. */
  request(url?: string): Request;
}

/**
 * Signs an event as Svix would, so that a handler can be tested without it. A payload that does not tell its event by itself gets an
 * `eventType` unless `isNamed` is false, so that whatever is signed arrives as what it is.
 *
 * @throws {WebhookVerificationError} `bad-secret`
 * @throws {TypeError} for an event without `type` and `data`, such as a bare payload
 */
export function signTestWebhook(event: TestEvent, secret: string, options: SignOptions = {}): SignedWebhook {
  const {
    messageId = `msg_${crypto.randomUUID().replaceAll("-", "")}`,
    timestamp = new Date(),
    family = "svix",
    isNamed = true,
  } = options;
  if (typeof event.type !== "string" || typeof event.data !== "object")
    throw new TypeError(
      "signTestWebhook takes { type, data }, such as webhookFixture(…) gives; a payload goes into `data`",
    );
  const data: WebhookPayload = { ...event.data };
  const tellsItself = (namedType(data) ?? inferredType(data)) === event.type;
  const payload = tellsItself || !isNamed ? data : { ...data, eventType: event.type };
  const body = JSON.stringify(payload);
  const [signature = ""] = signersOf(secret).map((sign) => sign(messageId, timestamp, body));
  const headers = {
    "content-type": "application/json",
    [`${family}-id`]: messageId,
    [`${family}-timestamp`]: String(Math.floor(timestamp.getTime() / 1000)),
    [`${family}-signature`]: signature,
  };
  return {
    body,
    headers,
    messageId,
    request: (url = "https://example.com/webhooks/nectar") => new Request(url, { method: "POST", headers, body }),
  };
}
