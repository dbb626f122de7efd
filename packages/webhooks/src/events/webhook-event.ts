import type {
  ConnectionCreatedPayload,
  ConnectionUpdatedPayload,
  ConnectionValidatedPayload,
  DocumentCreatedPayload,
  DocumentUpdatedPayload,
  WebhookEvents,
} from "../generated/payloads.ts";
import type { LegacyWebhookEvents } from "./legacy-events.ts";

/** A verified delivery. Narrow by `kind` first, then by `type`, or with {@link isWebhookEvent}. */
export type NectarWebhookEvent = CurrentWebhookEvent | LegacyWebhookEvent | UnknownWebhookEvent;

/** What every delivery has, whatever its event. */
export interface WebhookDelivery {
  /** `svix-id`: the same each time the message is sent, so the key for idempotency. */
  readonly messageId: string;
  /** `svix-timestamp`: when this attempt was signed. */
  readonly timestamp: Date;
  /**
   * Whether the delivery does not name its event, so that `type` was read off the fields of the payload; it is `unknown` where they do
   * not tell either. The option `typeOf` can say it instead.
   */
  readonly isTypeInferred: boolean;
}

/** A delivery of one of the events that the documents describe. */
export type CurrentWebhookEvent = { readonly [Type in keyof EventData]: WebhookEventOf<Type> }[keyof EventData];

/** A delivery of an event from before v2. */
export type LegacyWebhookEvent = {
  readonly [Type in keyof LegacyWebhookEvents]: WebhookEventOf<Type>;
}[keyof LegacyWebhookEvents];

/**
 * A delivery of an event that this package does not know: newer than it, or without a name, as created and deleted documents are. It is
 * verified like any other.
 */
export interface UnknownWebhookEvent extends WebhookDelivery {
  readonly kind: "unknown";
  readonly type: string & {};
  readonly data: Readonly<Record<string, unknown>>;
}

/** The name of an event that this package knows. */
export type WebhookEventType = keyof EventData | keyof LegacyWebhookEvents;

/** A delivery of the event with that name. */
export interface WebhookEventOf<Type extends WebhookEventType> extends WebhookDelivery {
  readonly kind: Type extends keyof EventData ? "current" : "legacy";
  readonly type: Type;
  /** The payload as it was sent, `eventType` included. */
  readonly data: (EventData & LegacyWebhookEvents)[Type];
}

/** The payloads by event. The documents call `old` an object and `protectedChanges` texts; here both know the fields. */
export interface EventData
  extends Omit<WebhookEvents, "connection.updated.v2" | "connection.validated.v2" | "document.updated.v2"> {
  readonly "connection.updated.v2": ConnectionUpdatedData;
  readonly "connection.validated.v2": ConnectionValidatedData;
  readonly "document.updated.v2": DocumentUpdatedData;
}

/** The connection as it is now, and what changed. */
export interface ConnectionUpdatedData extends ConnectionUpdatedPayload {
  /** The values before of the fields that changed. */
  old?: Partial<ConnectionCreatedPayload>;
  /** Names of the fields that changed. */
  protectedChanges?: FieldOf<ConnectionCreatedPayload>[];
}

/** The connection as it is now. */
export interface ConnectionValidatedData extends ConnectionValidatedPayload {
  /** Names of the fields that changed, where they are sent. */
  protectedChanges?: FieldOf<ConnectionCreatedPayload>[];
}

/** The document as it is now, and what changed. */
export interface DocumentUpdatedData extends DocumentUpdatedPayload {
  /** The values before of the fields that changed. */
  old?: Partial<DocumentCreatedPayload>;
}

/** A field of a payload; others may come. */
export type FieldOf<Payload> =
  | keyof { [Key in keyof Payload as string extends Key ? never : Key]: true }
  | (string & {});

/** Whether a delivery is one of that event; narrows `event.data`. */
export function isWebhookEvent<Type extends WebhookEventType>(
  event: NectarWebhookEvent,
  type: Type,
): event is Extract<NectarWebhookEvent, WebhookEventOf<Type>> {
  return event.kind !== "unknown" && event.type === type;
}
