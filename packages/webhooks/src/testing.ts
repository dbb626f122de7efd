export { createWebhookFixture } from "./fixtures/create-webhook-fixture.ts";
export { type SignedWebhook, type SignOptions, signTestWebhook, type TestEvent } from "./fixtures/sign-test-webhook.ts";
export { payloadExamples } from "./generated/examples.ts";
