import fc from "fast-check";
import { expect, test } from "vitest";
import { legacyEventTypes } from "../src/events/legacy-events.ts";
import { signTestWebhook } from "../src/fixtures/sign-test-webhook.ts";
import { payloadExamples } from "../src/generated/examples.ts";
import { eventTypes } from "../src/generated/payloads.ts";
import { createWebhookHandler } from "../src/handler/create-webhook-handler.ts";
import { verifyWebhook } from "../src/verify/verify-webhook.ts";
import { SECRET } from "./support/deliveries.ts";

const examples: readonly object[] = Object.values(payloadExamples).flat();
const names = [...eventTypes, ...legacyEventTypes, "meter.created.v3"];

/** A payload of any event or of another sender, with fields removed and added, and without a name. */
const unnamed = fc
  .tuple(
    fc.oneof(fc.constantFrom(...examples), fc.dictionary(fc.string(), fc.jsonValue())),
    fc.func(fc.boolean()),
    fc.record(
      { old: fc.oneof(fc.object(), fc.constantFrom(null, false, "", [])), id: fc.uuid() },
      { requiredKeys: [] },
    ),
    fc.record({ eventType: fc.constantFrom("", null, 5, false, {}) }, { requiredKeys: [] }),
  )
  .map(([base, isKept, changes, noName]) => {
    const fields = Object.entries(base).filter(([key]) => key !== "eventType" && isKept(key));
    return { ...Object.fromEntries(fields), ...changes, ...noName };
  });

async function arrival(data: object, typeOf?: () => string) {
  const { body, headers } = signTestWebhook({ type: "unknown", data }, SECRET, { isNamed: false });
  return verifyWebhook(body, headers, SECRET, { typeOf });
}

test("a payload without a name is never read as a creation or a deletion", () =>
  fc.assert(
    fc.asyncProperty(unnamed, async (data) => {
      const { kind, type, isTypeInferred } = await arrival(data);
      expect([type, kind, isTypeInferred]).toEqual(
        type === "document.updated.v2" ? [type, "current", true] : ["unknown", "unknown", true],
      );
      if (type === "document.updated.v2") expect(Object(data).old).toBeTypeOf("object");
    }),
    { numRuns: 500 },
  ));

test("typeOf decides the event of a payload with any fields", () =>
  fc.assert(
    fc.asyncProperty(unnamed, fc.constantFrom(...names), async (data, name) => {
      expect(await arrival(data, () => name)).toMatchObject({ type: name, isTypeInferred: false });
    }),
  ));

test("the name in a payload decides its event, with any other fields", () =>
  fc.assert(
    fc.asyncProperty(unnamed, fc.constantFrom(...names), async (data, eventType) => {
      expect(await arrival({ ...data, eventType })).toMatchObject({ type: eventType, isTypeInferred: false });
    }),
  ));

test("an unnamed payload gets a success only after a function has handled it", () =>
  fc.assert(
    fc.asyncProperty(unnamed, async (data) => {
      const handled: string[] = [];
      const handler = createWebhookHandler({
        secret: SECRET,
        on: {
          "document.created.v2": () => handled.push("created"),
          "document.updated.v2": () => handled.push("updated"),
          "document.deleted.v2": () => handled.push("deleted"),
        },
        onError: () => {},
      });
      const signed = signTestWebhook({ type: "unknown", data }, SECRET, { isNamed: false });
      const { status } = await handler(signed.request());
      expect([status, handled]).toEqual(handled.length > 0 ? [204, ["updated"]] : [500, []]);
    }),
    { numRuns: 300 },
  ));
