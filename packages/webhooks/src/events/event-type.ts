import { eventTypes } from "../generated/payloads.ts";
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
 * Which event a payload without a name is one of. Only an update tells itself, by the values before: a document without `old` was created or
 * deleted, and both events carry the whole document. Nothing chooses between them, or a deletion would be stored as a new bill.
 */
export function inferredType(payload: WebhookPayload): string {
  const { old } = payload;
  const hasOld = typeof old === "object" && old !== null;
  return hasOld && DOCUMENT_FIELDS.some((field) => field in payload) ? "document.updated.v2" : "unknown";
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
