import type { WebhookEvents } from "../generated/payloads.ts";
import type { LegacyWebhookEvents } from "./legacy-events.ts";

/** A verified delivery. Narrow by `kind` first, then by `type`, or with {@link isWebhookEvent}. */
export type NectarWebhookEvent = CurrentWebhookEvent | LegacyWebhookEvent | UnknownWebhookEvent;

/** The fields of every delivery. */
export interface WebhookDelivery {
  /** `svix-id`, the same for every retry: use it as the idempotency key. */
  readonly messageId: string;
  /** `svix-timestamp`, the time at which this attempt was signed. */
  readonly timestamp: Date;
  /**
   * Whether the delivery does not name its event, so that `type` was inferred from the fields of the payload, or is `unknown`. Use the option
   * `typeOf` to name it.
   */
  readonly isTypeInferred: boolean;
}

/** A delivery of a documented event. */
export type CurrentWebhookEvent = { readonly [Type in keyof EventData]: WebhookEventOf<Type> }[keyof EventData];

/** A delivery of an event that predates v2. */
export type LegacyWebhookEvent = {
  readonly [Type in keyof LegacyWebhookEvents]: WebhookEventOf<Type>;
}[keyof LegacyWebhookEvents];

/**
 * A delivery of an event that is new to this package, or that has no name, like created and deleted documents. Its signature is verified like
 * any other.
 */
export interface UnknownWebhookEvent extends WebhookDelivery {
  readonly kind: "unknown";
  readonly type: string & {};
  readonly data: Readonly<Record<string, unknown>>;
}

/** The name of a known event. */
export type WebhookEventType = keyof EventData | keyof LegacyWebhookEvents;

/** A delivery of the named event. */
export interface WebhookEventOf<Type extends WebhookEventType> extends WebhookDelivery {
  readonly kind: Type extends keyof EventData ? "current" : "legacy";
  readonly type: Type;
  /** The unchanged payload, including `eventType`. */
  readonly data: (EventData & LegacyWebhookEvents)[Type];
}

/** The payloads by event, with precise types for `old` and `protectedChanges`, which the documents declare as object and strings. */
export type EventData = { readonly [Type in keyof WebhookEvents]: WithChanges<WebhookEvents[Type]> };

/** A payload whose `old` and `protectedChanges`, if it has them, refer to its other fields. */
export type WithChanges<Payload> =
  Extract<KnownField<Payload>, keyof Changes<Payload>> extends infer Changed extends keyof Changes<Payload>
    ? [Changed] extends [never]
      ? Payload
      : Unchanged<Payload> & Pick<Changes<Payload>, Changed>
    : never;

/** Fields of an update beside the current state. */
export interface Changes<Payload> {
  /** The previous values of the changed fields. */
  old?: Partial<Unchanged<Payload>>;
  /** Names of the fields that changed, if sent. */
  protectedChanges?: FieldOf<Unchanged<Payload>>[];
}

/** The fields that describe the current state. */
export type Unchanged<Payload> = {
  [Key in keyof Payload as Key extends "old" | "protectedChanges" ? never : Key]: Payload[Key];
};

/** A field that a payload declares. */
export type KnownField<Payload> = keyof { [Key in keyof Payload as string extends Key ? never : Key]: true };

/** A field of a payload; new ones may appear. */
export type FieldOf<Payload> = KnownField<Payload> | (string & {});

/** Whether a delivery is of the given event; narrows `event.data`. */
export function isWebhookEvent<Type extends WebhookEventType>(
  event: NectarWebhookEvent,
  type: Type,
): event is Extract<NectarWebhookEvent, WebhookEventOf<Type>> {
  return event.kind !== "unknown" && event.type === type;
}
