import { describe, expect, test } from "vitest";
import { payloadExamples } from "../src/generated/examples.ts";
import { eventTypes } from "../src/generated/payloads.ts";
import { signTestWebhook, type TestEvent } from "../src/sign-test-webhook.ts";
import { verifyWebhook } from "../src/verify-webhook.ts";
import { webhookFixture } from "../src/webhook-fixture.ts";
import { SECRET } from "./support/deliveries.ts";

const TYPES = [
  "connection.created.v2",
  "connection.updated.v2",
  "connection.validated.v2",
  "document.created.v2",
  "document.updated.v2",
  "document.deleted.v2",
] as const;

async function arrival(event: { readonly type: string; readonly data: object }) {
  const { body, headers } = signTestWebhook(event, SECRET);
  return verifyWebhook(body, headers, SECRET);
}

test("the events are the six that are documented", () => {
  expect([...eventTypes].sort()).toEqual([...TYPES].sort());
});

describe.each(TYPES)("the fixture of %s", (type) => {
  test("arrives as what it is, unchanged", async () => {
    for (const data of payloadExamples[type]) {
      const event = await arrival({ type, data });
      expect(event).toMatchObject({ kind: "current", type });
      expect(event.data).toEqual(data);
    }
  });

  test("is new each time and takes changes", () => {
    const fixture = webhookFixture(type, { id: "another" });
    expect(fixture).toEqual({ type, data: { ...payloadExamples[type][0], id: "another" } });
    fixture.data["added"] = true;
    expect(webhookFixture(type).data["added"]).toBeUndefined();
    expect(webhookFixture(type).data).toEqual(payloadExamples[type][0]);
  });
});

describe("a payload without eventType", () => {
  test.each([
    ["document.created.v2", { billDate: "2026-01-01" }],
    ["document.created.v2", { usageData: [] }],
    ["document.updated.v2", { lineItems: [], old: {} }],
    ["document.deleted.v2", { id: "d" }],
    ["unknown", { id: "d", old: {} }],
    ["unknown", {}],
    // The payload of the old guide, which does not tell what happened to the connection.
    ["unknown", { id: "c", company: {}, datasource: {}, sitesRelations: [], status: "CONNECTED" }],
  ])("is %s by its fields: %j", async (type, data) => {
    expect(await arrival({ type, data })).toMatchObject({ type, isTypeInferred: true, data });
  });
});

test.each([5, "", null, {}])("an eventType of %j counts as none", async (eventType) => {
  const event = await arrival({ type: "document.created.v2", data: { billDate: "2026-01-01", eventType } });
  expect(event).toMatchObject({ type: "document.created.v2", isTypeInferred: true });
});

test("an event of before v2 is legacy, and one that nobody knows is kept", async () => {
  for (const type of ["connection.created", "connection.updated", "connection.validated", "document.created"])
    expect(await arrival({ type, data: { id: "1" } })).toMatchObject({ kind: "legacy", type, isTypeInferred: false });
  for (const type of ["document.created.v3", "toString", "Document.Created.v2"])
    expect(await arrival({ type, data: { any: [1] } })).toMatchObject({ kind: "unknown", type, data: { any: [1] } });
});

test("a bare payload is not signed for an event that nobody named", () => {
  const payload: TestEvent = JSON.parse('{ "eventType": "document.created.v2", "id": "d1" }');
  expect(() => signTestWebhook(payload, SECRET)).toThrow("signTestWebhook takes { type, data }");
});
