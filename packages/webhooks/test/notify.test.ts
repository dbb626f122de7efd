import { v0_3 } from "@nectar-sdk/api-v0.3";
import { createNectarClient } from "@nectar-sdk/client";
import { expect, onTestFinished, test } from "vitest";
import type { NectarWebhookEvent } from "../src/events/webhook-event.ts";
import { createWebhookFixture } from "../src/fixtures/create-webhook-fixture.ts";
import { signTestWebhook } from "../src/fixtures/sign-test-webhook.ts";
import { createWebhookHandler } from "../src/handler/create-webhook-handler.ts";
import { toNodeHandler } from "../src/handler/to-node-handler.ts";
import { SECRET } from "./support/deliveries.ts";
import { post, startLoopback } from "./support/loopback.ts";

const A_DAY = 86_400_000;

test.each([
  ["a created document", createWebhookFixture("document.created.v2", { jobId: "j1" }), true],
  ["an updated document", createWebhookFixture("document.updated.v2", { jobId: "j1" }), true],
  ["a deleted document", createWebhookFixture("document.deleted.v2", { jobId: "j1" }), true],
  ["a document without a name", createWebhookFixture("document.created.v2", { jobId: "j1" }), false],
  [
    "a document without a name, but with its old values",
    createWebhookFixture("document.updated.v2", { jobId: "j1" }),
    false,
  ],
])("a delivery of %s wakes the poller of its job, long before its next poll", async (_name, delivered, isNamed) => {
  const looks: string[] = [];
  let status = "PENDING";
  const api = await startLoopback(({ url = "" }, response) => {
    const id = url.split("/").at(-1) ?? "";
    looks.push(id);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id, status }));
  });
  const nectar = createNectarClient(v0_3, { apiKey: "key", baseUrl: api });
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const paused: (() => void)[] = [];
  const pollers = new Map(
    ["j1", "j2"].map((id) => [
      id,
      nectar.jobs.poll(id, {
        interval: A_DAY,
        maxInterval: A_DAY,
        deadline: 10 * A_DAY,
        signal: over.signal,
        // The pause starts after the poll that this callback reports.
        onProgress: () => setImmediate(() => paused.shift()?.()),
      }),
    ]),
  );
  const pauses = Promise.all([1, 2].map(() => new Promise<void>((resolve) => paused.push(resolve))));
  const wake = (event: NectarWebhookEvent): void => pollers.get(String(event.data["jobId"]))?.notify(event);
  const handler = createWebhookHandler({
    secret: SECRET,
    on: { "document.created.v2": wake, "document.updated.v2": wake, "document.deleted.v2": wake },
    onUnknown: wake,
  });
  const webhooks = await startLoopback(toNodeHandler(handler));
  const outcome = pollers.get("j1")?.result();
  pollers.get("j2")?.start();
  await pauses;
  status = "COMPLETED";
  const { status: answered } = await post(webhooks, signTestWebhook(delivered, SECRET, { isNamed }));
  expect(answered).toBe(204);
  expect((await outcome)?.status).toBe("completed");
  expect(looks.sort()).toEqual(["j1", "j1", "j2"]);
});
