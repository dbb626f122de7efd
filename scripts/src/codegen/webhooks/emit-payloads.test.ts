import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import type { FoundType } from "../types/find-type.ts";
import { emitExamples } from "./emit-examples.ts";
import { emitPayloads } from "./emit-payloads.ts";
import { payloadDocument } from "./payload-document.ts";

const webhook = (schema: JsonObject, examples: JsonObject = { one: { value: { id: "1" } } }): JsonObject => ({
  post: { summary: "Told", requestBody: { content: { "application/json": { schema, examples } } } },
});

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

function documentWith(webhooks: JsonObject, schemas: JsonObject): JsonObject {
  return { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {}, webhooks, components: { schemas } };
}

test("only the schemas that a payload refers to are included, directly, indirectly or in circles", () => {
  const document = documentWith(
    { "thing.made": webhook(reference("Thing")) },
    {
      Other: object({ id: { type: "string" } }),
      Thing: object({ part: reference("Part") }),
      Part: object({ whole: reference("Thing"), name: { type: "string", description: "What it is called." } }),
    },
  );
  expect(emitPayloads(payloadDocument(document))).toBe(`export interface Thing {
  part?: Part;
}

export interface Part {
  whole?: Thing;
  /** What it is called. */
  name?: string;
}

/** Payload of every webhook event. */
export interface WebhookEvents {
  /** Told */
  readonly "thing.made": Thing;
}

/** The events that the documents describe. */
export const eventTypes: readonly string[] = [
  "thing.made",
] satisfies (keyof WebhookEvents)[];
`);
});

test("a payload that is described in place is named after its event, and takes no other's name", () => {
  const document = documentWith(
    { "thing.made": webhook(object({ id: { type: "string" }, old: reference("ThingMadePayload") })) },
    { ThingMadePayload: object({ name: { type: "string" } }) },
  );
  const text = emitPayloads(payloadDocument(document));
  expect(text).toContain('"thing.made": ThingMadePayload2;');
  expect(text).toContain("old?: ThingMadePayload;");
});

test("the examples of an event are typed by its payload", () => {
  const document = documentWith({ "thing.made": webhook(reference("Thing")) }, { Thing: object({}) });
  expect(emitExamples(payloadDocument(document))).toContain('"thing.made": [\n    {\n      "id": "1"\n    }\n  ],');
});

test("an event without an example is refused, and the message says where to add one", () => {
  const document = documentWith({ "thing.made": webhook(reference("Thing"), {}) }, { Thing: object({}) });
  expect(() => emitExamples(payloadDocument(document))).toThrow(
    "webhooks thing.made: it has no example; add one in specs/overlays/70-webhooks.yaml",
  );
});

test("only public types are exported, under their own names", () => {
  const document = documentWith(
    {
      "thing.made": webhook(reference("ThingDetail")),
      "thing.gone": webhook(reference("ThingDetail")),
      "thing.moved": webhook(object({ to: {} })),
    },
    { ThingDetail: object({ part: reference("Part") }), Part: object({ a: {} }) },
  );
  const made = { declaration: { kind: "schema", schema: "ThingDetail" }, steps: [] } as const;
  const moved = { declaration: { kind: "event", event: "thing.moved" }, steps: [] } as const;
  const aliases = new Map<string, FoundType>([
    ["ThingGone", made],
    ["ThingMoved", moved],
  ]);
  const chosen = { schemas: new Map([["ThingDetail", "ThingMade"]]), aliases };

  const text = emitPayloads(payloadDocument(document, new Map([["thing.moved", "ThingMoved"]])), chosen);

  expect(text.match(/^.*(?:interface|type) \w+.*$/gm)).toEqual([
    "export interface ThingMade {",
    "interface Part {",
    "export interface ThingMoved {",
    "export type ThingGone = ThingMade;",
    "export interface WebhookEvents {",
  ]);
});

test("a document without webhooks has no events", () => {
  const document = payloadDocument({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} });

  expect(emitPayloads(document)).toContain("eventTypes: readonly string[] = [\n] satisfies (keyof WebhookEvents)[];");
  expect(emitExamples(document)).toContain("} = {\n};\n");
});

test("an event that no payload was found for is left out of the examples", () => {
  const never = { "application/json": { schema: { not: {} }, "x-no-example": "no value was found" } };
  const webhooks = { "thing.made": webhook(object({})), "thing.gone": { post: { requestBody: { content: never } } } };

  const text = emitExamples(payloadDocument(documentWith(webhooks, {})));

  expect(text).toContain('readonly [Type in Exclude<keyof WebhookEvents, "thing.gone">]: readonly [');
  expect(text).toContain('"thing.made": [');
  expect(text).not.toContain('"thing.gone": ');
});
