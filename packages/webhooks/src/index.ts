export type { TypeOf, WebhookPayload } from "./events/event-type.ts";
export type {
  LegacyAccount,
  LegacyCompany,
  LegacyConnectionPayload,
  LegacyDocumentPayload,
  LegacyWebhookEvents,
} from "./events/legacy-events.ts";
export {
  type Changes,
  type CurrentWebhookEvent,
  type EventData,
  type FieldOf,
  isWebhookEvent,
  type KnownField,
  type LegacyWebhookEvent,
  type NectarWebhookEvent,
  type Unchanged,
  type UnknownWebhookEvent,
  type WebhookDelivery,
  type WebhookEventOf,
  type WebhookEventType,
  type WithChanges,
} from "./events/webhook-event.ts";
export type { WebhookEvents } from "./generated/payloads.ts";
export { createMemorySeenStore, type MemorySeenOptions } from "./handler/create-memory-seen-store.ts";
export { createWebhookHandler, type WebhookHandler } from "./handler/create-webhook-handler.ts";
export type {
  WebhookContext,
  WebhookErrorContext,
  WebhookFunction,
  WebhookHandlerOptions,
} from "./handler/handler-options.ts";
export type { Claim, SeenStore } from "./handler/seen-store.ts";
export type { WebhookBody } from "./verify/read-body.ts";
export type { WebhookSecrets } from "./verify/signature.ts";
export { type VerifyOptions, verifyWebhook } from "./verify/verify-webhook.ts";
export type { WebhookHeaders } from "./verify/webhook-headers.ts";
export {
  isWebhookVerificationError,
  type WebhookErrorCode,
  WebhookVerificationError,
} from "./verify/webhook-verification-error.ts";
