import { eventTypes } from "./generated/payloads.ts";
import { legacyEventTypes } from "./legacy-events.ts";
import type { NectarWebhookEvent, WebhookDelivery } from "./webhook-event.ts";

/** A payload, whatever its event. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

/** Says which event a payload belongs to, for those who know better; `undefined` leaves it to the payload. */
export type TypeOf = (payload: WebhookPayload, delivery: { readonly messageId: string }) => string | undefined;

/** Fields that only documents have, among those of the public page of `document.updated.v2`. */
const DOCUMENT_FIELDS = ["billDate", "usageData", "lineItems"];

/** The name that a payload carries itself; `undefined` where it carries none. */
export function namedType({ eventType }: WebhookPayload): string | undefined {
  return typeof eventType === "string" && eventType !== "" ? eventType : undefined;
}

/**
 * Which event a payload without a name is one of. Neither Svix's headers nor Nectar's document payloads are known to carry it, so it is
 * read off the fields: a document with `old` was updated, one without was created, and an id alone is what is left of one that was deleted.
 */
export function inferredType(payload: WebhookPayload): string {
  if (DOCUMENT_FIELDS.some((field) => field in payload))
    return "old" in payload ? "document.updated.v2" : "document.created.v2";
  return String(Object.keys(payload)) === "id" ? "document.deleted.v2" : "unknown";
}

/** The event of a verified payload. */
export function toEvent(data: WebhookPayload, messageId: string, timestamp: Date, typeOf?: TypeOf): NectarWebhookEvent {
  const named = typeOf?.(data, { messageId }) ?? namedType(data);
  const type = named ?? inferredType(data);
  return asEvent({ kind: kindOf(type), type, isTypeInferred: named === undefined, data, messageId, timestamp });
}

/** Which of the three kinds of event has that name. */
export function kindOf(type: string): NectarWebhookEvent["kind"] {
  if (eventTypes.includes(type)) return "current";
  return legacyEventTypes.includes(type) ? "legacy" : "unknown";
}

/** The one place where a payload gets its type: what was signed by Nectar is taken for what its documents say. */
function asEvent(event: WebhookDelivery & { kind: string; type: string; data: WebhookPayload }): NectarWebhookEvent {
  return event as NectarWebhookEvent;
}
