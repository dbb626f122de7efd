import { eventTypes } from "../generated/payloads.ts";
import { legacyEventTypes } from "./legacy-events.ts";
import type { NectarWebhookEvent } from "./webhook-event.ts";

/** The payload of any event. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

/** Names the event of a payload; `undefined` leaves it to the payload. */
export type TypeOf = (payload: WebhookPayload, delivery: { readonly messageId: string }) => string | undefined;

/** Fields that only documents have, according to the public page of `document.updated.v2`. */
const DOCUMENT_FIELDS = ["billDate", "usageData", "lineItems"];

/** Reads the name of the event from a payload; `undefined` if it has none. */
export function readNamedType({ eventType }: WebhookPayload): string | undefined {
  return typeof eventType === "string" && eventType !== "" ? eventType : undefined;
}

/**
 * Infers the event of a payload without a name. Only an update is recognizable, by its `old` values. A document without `old` was created or
 * deleted, and both payloads are the whole document: a guess could store a deletion as a new bill.
 */
export function inferType(payload: WebhookPayload): string {
  const { old } = payload;
  const hasOld = typeof old === "object" && old !== null;
  return hasOld && DOCUMENT_FIELDS.some((field) => field in payload) ? "document.updated.v2" : "unknown";
}

/** Converts a verified payload to its event. */
export function toEvent(data: WebhookPayload, messageId: string, timestamp: Date, typeOf?: TypeOf): NectarWebhookEvent {
  const named = typeOf?.(data, { messageId }) ?? readNamedType(data);
  const type = named ?? inferType(data);
  const isTypeInferred = named === undefined;
  // The one place where a payload gets its type: Nectar signed it, so it is assumed to follow the documents.
  return { kind: toKind(type), type, isTypeInferred, data, messageId, timestamp } as NectarWebhookEvent;
}

/** Classifies the name of an event. */
function toKind(type: string): "current" | "legacy" | "unknown" {
  if (eventTypes.includes(type)) return "current";
  return legacyEventTypes.includes(type) ? "legacy" : "unknown";
}
