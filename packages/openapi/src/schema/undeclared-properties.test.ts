import { expect, test } from "vitest";
import type { Json } from "../document/json.ts";
import { findUndeclaredProperties } from "./undeclared-properties.ts";

const DOCUMENT = {
  components: {
    schemas: {
      Site: { type: "object", properties: { id: { type: "string" }, path: { type: "array" } } },
      Bag: { type: "object", additionalProperties: true, properties: { site: { $ref: "#/components/schemas/Site" } } },
    },
  },
};
const find = (schema: Json, value: Json) => findUndeclaredProperties(DOCUMENT, schema, value);
const SITE = { $ref: "#/components/schemas/Site" };

test("a property that the schema lacks is found at any depth", () => {
  const list = { type: "array", items: { type: "object", properties: { site: SITE } } };
  expect(find(list, [{ site: { id: "1" } }, { site: { id: "2", name: "x" }, other: 1 }])).toEqual([
    "/1/site/name",
    "/1/other",
  ]);
});

test("a free-form object may contain anything, but its declared properties are checked", () => {
  expect(find({ $ref: "#/components/schemas/Bag" }, { any: { thing: 1 }, site: { nmae: "x" } })).toEqual([
    "/site/nmae",
  ]);
});

test("properties of composed schemas are combined", () => {
  const both = { allOf: [SITE, { type: "object", properties: { name: { type: "string" } } }] };
  expect(find(both, { id: "1", name: "x" })).toEqual([]);
  expect(find({ anyOf: [SITE, { type: "null" }] }, { id: "1", name: "x" })).toEqual(["/name"]);
});

test("the values of a map are checked by their schema", () => {
  expect(find({ type: "object", additionalProperties: SITE }, { a: { id: "1", b: 2 } })).toEqual(["/a/b"]);
});

test("an object without any property declares none", () => {
  expect(find({ type: "object" }, { a: 1 })).toEqual(["/a"]);
  expect(find(true, { a: 1 })).toEqual([]);
});

test("names of a prototype do not count as declared", () => {
  expect(find(SITE, { constructor: 1 })).toEqual(["/constructor"]);
});
