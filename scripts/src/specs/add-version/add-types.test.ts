import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { addTypes } from "./add-types.ts";

const OPERATIONS = "operations:\n  GET /thing: things.list\n";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const DOCUMENT = smallDocument(
  { "/thing": { get: { operationId: "thing_list", ...answering({ type: "array", items: ref("ThingSerializer") }) } } },
  {
    schemas: {
      ThingSerializer: { type: "object", properties: { colour: ref("Colour") } },
      Colour: { type: "string" },
    },
  },
);

test("a schema that no type reaches gets a line, behind those that exist", () => {
  const text = `product: API\ntypes:\n  # What it is about.\n  Thing: item of things.list\n${OPERATIONS}`;

  expect(addTypes(text, "v1.1", DOCUMENT)).toEqual({
    text: text.replace(
      "operations:",
      "  # Derived from the schemas of v1.1.\n  Colour: item of things.list at colour\noperations:",
    ),
    added: new Map([["Colour", "item of things.list at colour"]]),
  });
});

test("the first types make a section", () => {
  const { text } = addTypes(`product: API\n${OPERATIONS}`, "v1.1", DOCUMENT);

  expect(text).toContain("types:\n  ThingSerializer: item of things.list\n  Colour: item of things.list at colour\n");
});

test("a document without new schemas changes nothing", () => {
  const text = `product: API\ntypes: { Thing: item of things.list, Colour: item of things.list at colour }\n${OPERATIONS}`;

  expect(addTypes(text, "v1.1", DOCUMENT)).toEqual({ text, added: new Map() });
});
