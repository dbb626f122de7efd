import { eventTypes } from "./generated/payloads.ts";
import { legacyEventTypes } from "./legacy-events.ts";
import type { NectarWebhookEvent, WebhookDelivery } from "./webhook-event.ts";

/** A payload, whatever its event. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

/** Says which event a payload belongs to, for those who know better; `undefined` leaves it to the payload. */
export type TypeOf = (payload: WebhookPayload, delivery: { readonly messageId: string }) => string | undefined;

/** The name of an event, and how it is known. */
export interface FoundType {
  readonly type: string;
  readonly typeFrom: WebhookDelivery["typeFrom"];
}

/** Fields that only documents have, those of the public page of `document.updated.v2`. */
const DOCUMENT_FIELDS = ["billDate", "usageData", "lineItems", "fileName", "sourceType"] as const;

/**
 * Which event a payload belongs to. Neither Svix's headers nor Nectar's document payloads are known to carry the name, so it is read off
 * `eventType` where that is, and otherwise off the fields: a document with `old` was updated, one without was created, and an id alone is
 * what is left of one that was deleted.
 */
export function typeOfPayload(payload: WebhookPayload): FoundType {
  const { eventType } = payload;
  if (typeof eventType === "string" && eventType !== "") return { type: eventType, typeFrom: "eventType" };
  if (DOCUMENT_FIELDS.some((field) => field in payload))
    return { type: "old" in payload ? "document.updated.v2" : "document.created.v2", typeFrom: "shape" };
  if (typeof payload["id"] === "string" && Object.keys(payload).length === 1)
    return { type: "document.deleted.v2", typeFrom: "shape" };
  return { type: "unknown", typeFrom: "none" };
}

/** The event of a verified payload. */
export function toEvent(
  payload: WebhookPayload,
  messageId: string,
  timestamp: Date,
  typeOf?: TypeOf,
): NectarWebhookEvent {
  const told = typeOf?.(payload, { messageId });
  const { type, typeFrom } = told === undefined ? typeOfPayload(payload) : { type: told, typeFrom: "typeOf" as const };
  return asEvent({ kind: kindOf(type), type, data: payload, messageId, timestamp, typeFrom });
}

/** Which of the three kinds of event has that name. */
export function kindOf(type: string): NectarWebhookEvent["kind"] {
  const isOneOf = (types: readonly string[]): boolean => types.includes(type);
  if (isOneOf(eventTypes)) return "current";
  return isOneOf(legacyEventTypes) ? "legacy" : "unknown";
}

/** The one place where a payload gets its type: what was signed by Nectar is taken for what its documents say. */
function asEvent(event: WebhookDelivery & { kind: string; type: string; data: WebhookPayload }): NectarWebhookEvent {
  return event as NectarWebhookEvent;
}
