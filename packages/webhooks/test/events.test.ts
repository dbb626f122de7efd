import { describe, expect, test } from "vitest";
import { createWebhookFixture } from "../src/fixtures/create-webhook-fixture.ts";
import { type SignOptions, signTestWebhook, type TestEvent } from "../src/fixtures/sign-test-webhook.ts";
import { payloadExamples } from "../src/generated/examples.ts";
import { eventTypes } from "../src/generated/payloads.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import { SECRET } from "./support/deliveries.ts";

const TYPES = eventTypes.filter((type): type is keyof typeof payloadExamples => Object.hasOwn(payloadExamples, type));

async function arrival(event: TestEvent, options?: SignOptions) {
  const { body, headers } = signTestWebhook(event, SECRET, options);
  return verifyWebhook(body, headers, SECRET);
}

test("events of the documents have examples", () => {
  expect(TYPES).not.toEqual([]);
});

describe.each(TYPES)("the fixture of %s", (type) => {
  test("is verified as its event, with a name if its fields do not identify it", async () => {
    for (const data of payloadExamples[type]) {
      const event = await arrival({ type, data });
      expect(event).toMatchObject({ kind: "current", type });
      expect({ eventType: type, ...data }).toEqual({ eventType: type, ...event.data });
    }
  });

  test("arrives unchanged when it is signed without a name", async () => {
    for (const data of payloadExamples[type])
      expect((await arrival({ type, data }, { isNamed: false })).data).toEqual(data);
  });

  test("is a new object each time and accepts changes", () => {
    const fixture = createWebhookFixture(type, { id: "another" });
    expect(fixture).toEqual({ type, data: { ...payloadExamples[type][0], id: "another" } });
    fixture.data["added"] = true;
    expect(createWebhookFixture(type).data["added"]).toBeUndefined();
    expect(createWebhookFixture(type).data).toEqual(payloadExamples[type][0]);
  });
});

describe("a payload without eventType", () => {
  test.each([
    ["document.updated.v2", { lineItems: [], old: {} }],
    // A creation or a deletion: both contain the whole document.
    ["unknown", { billDate: "2026-01-01" }],
    ["unknown", { usageData: [] }],
    ["unknown", { lineItems: [], old: null }],
    ["unknown", { id: "d" }],
    ["unknown", { id: "d", old: {} }],
    ["unknown", {}],
    // The payload of the old guide, which does not show what happened to the connection.
    ["unknown", { id: "c", company: {}, datasource: {}, sitesRelations: [], status: "CONNECTED" }],
  ])("is %s by its fields: %j", async (type, data) => {
    expect(await arrival({ type, data }, { isNamed: false })).toMatchObject({ type, isTypeInferred: true, data });
  });

  test("is the same for a created and a deleted document, so only typeOf distinguishes them", async () => {
    const created = createWebhookFixture("document.created.v2");
    const deleted = createWebhookFixture("document.deleted.v2");
    expect(Object.keys(deleted.data)).toEqual(Object.keys(created.data));
    const { body, headers } = signTestWebhook(deleted, SECRET, { isNamed: false });

    expect(await verifyWebhook(body, headers, SECRET)).toMatchObject({ kind: "unknown", type: "unknown" });
    expect(await verifyWebhook(body, headers, SECRET, { typeOf: () => "document.deleted.v2" })).toMatchObject({
      kind: "current",
      type: "document.deleted.v2",
      isTypeInferred: false,
    });
  });
});

test.each([5, "", null, {}])("an eventType of %j is ignored", async (eventType) => {
  const data = { billDate: "2026-01-01", old: {}, eventType };
  expect(await arrival({ type: "document.updated.v2", data })).toMatchObject({
    type: "document.updated.v2",
    isTypeInferred: true,
  });
});

test("an event that predates v2 is legacy, and an unknown event is kept", async () => {
  for (const type of ["connection.created", "connection.updated", "connection.validated", "document.created"])
    expect(await arrival({ type, data: { id: "1" } })).toMatchObject({ kind: "legacy", type, isTypeInferred: false });
  for (const type of ["document.created.v3", "toString", "Document.Created.v2"])
    expect(await arrival({ type, data: { any: [1] } })).toMatchObject({ kind: "unknown", type, data: { any: [1] } });
});

test("a bare payload without an event is not signed", () => {
  const payload: TestEvent = JSON.parse('{ "eventType": "document.created.v2", "id": "d1" }');
  expect(() => signTestWebhook(payload, SECRET)).toThrow("signTestWebhook expects { type, data }");
});
