export { createWebhookHandler, type WebhookHandler } from "./create-webhook-handler.ts";
export type { TypeOf, WebhookPayload } from "./event-type.ts";
export type * from "./generated/payloads.ts";
export type {
  WebhookContext,
  WebhookErrorInfo,
  WebhookFunction,
  WebhookHandlerOptions,
} from "./handler-options.ts";
export type {
  LegacyAccount,
  LegacyCompany,
  LegacyConnectionPayload,
  LegacyDocumentPayload,
  LegacyWebhookEvents,
} from "./legacy-events.ts";
export { type MemorySeenOptions, memorySeenStore } from "./memory-seen-store.ts";
export type { WebhookBody } from "./read-body.ts";
export type { Claim, SeenStore } from "./seen-store.ts";
export type { WebhookSecrets } from "./signature.ts";
export { type VerifyOptions, verifyWebhook } from "./verify-webhook.ts";
export {
  type ConnectionUpdatedData,
  type ConnectionValidatedData,
  type CurrentWebhookEvent,
  type DocumentUpdatedData,
  type EventData,
  type FieldOf,
  isWebhookEvent,
  type LegacyWebhookEvent,
  type NectarWebhookEvent,
  type UnknownWebhookEvent,
  type WebhookDelivery,
  type WebhookEventOf,
  type WebhookEventType,
} from "./webhook-event.ts";
export type { WebhookHeaders } from "./webhook-headers.ts";
export {
  isWebhookVerificationError,
  type WebhookErrorCode,
  WebhookVerificationError,
} from "./webhook-verification-error.ts";
