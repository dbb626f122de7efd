export { type SignedWebhook, type SignOptions, signTestWebhook, type TestEvent } from "./fixtures/sign-test-webhook.ts";
export { webhookFixture } from "./fixtures/webhook-fixture.ts";
export { payloadExamples } from "./generated/examples.ts";
