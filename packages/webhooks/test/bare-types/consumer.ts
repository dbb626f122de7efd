// A consumer without the DOM library and the types of a runtime.
import { createWebhookHandler, isWebhookEvent, verifyWebhook, type WebhookEvents } from "@nectar-sdk/webhooks";
import { toNodeHandler } from "@nectar-sdk/webhooks/node";
import { createWebhookFixture, signTestWebhook } from "@nectar-sdk/webhooks/testing";

const signed = signTestWebhook(createWebhookFixture("connection.created.v2"), "whsec_a");
const event = await verifyWebhook(signed.body, signed.headers, "whsec_a");
export const status: Partial<WebhookEvents["connection.created.v2"]>["status"] = isWebhookEvent(
  event,
  "connection.created.v2",
)
  ? event.data.status
  : undefined;

const handler = createWebhookHandler({
  secret: "whsec_a",
  on: { "connection.created.v2": ({ data }, { signal }) => [data.id, signal] },
});
await handler(signed.request());
export const listener = toNodeHandler(handler);
// @ts-expect-error unknown event
createWebhookHandler({ secret: "", on: { "document.made.v2": () => {} } });
