export { payloadExamples } from "./generated/examples.ts";
export { type SignedWebhook, type SignOptions, signTestWebhook, type TestEvent } from "./sign-test-webhook.ts";
export { webhookFixture } from "./webhook-fixture.ts";
