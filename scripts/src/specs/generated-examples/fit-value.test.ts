import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { createSchemaValidator } from "@nectar-sdk/openapi/schema";
import { expect, test } from "vitest";
import { fitValue, listUpdates } from "./fit-value.ts";

const THING: JsonObject = {
  type: "object",
  required: ["id", "job", "kind"],
  properties: {
    id: { type: "string" },
    job: { type: "string" },
    kind: { type: "string", enum: ["A"] },
    owner: {
      anyOf: [{ type: "object", required: ["name"], properties: { name: { type: "string" } } }, { type: "null" }],
    },
  },
};
const PAGE: JsonObject = { type: "object", properties: { things: { type: "array", items: THING } } };

/** Samples the enum's value, else the seed. */
function sampleSchema(schema: Json, seed: string): Json {
  return JSON.stringify(schema).includes('"enum":["A"]') ? "A" : seed;
}

function fit(schema: JsonObject, value: Json): Json | undefined {
  return fitValue({}, schema, value, createSchemaValidator({}), sampleSchema);
}

test("missing properties and refused values are sampled, and everything else is kept", () => {
  const value = {
    things: [
      { id: "1", job: "j", kind: "B", owner: {} },
      { id: "2", kind: "A", more: 1 },
    ],
  };

  expect(fit(PAGE, value)).toEqual({
    things: [
      { id: "1", job: "j", kind: "A", owner: { name: "1 owner" } },
      { id: "2", kind: "A", more: 1, job: "2 job" },
    ],
  });
});

test("a property of an object with an id is the same in every example of the object", () => {
  const value = { id: "2", kind: "A" };
  expect(fit(THING, value)).toEqual({ ...value, job: "2 job" });
  expect(fit(PAGE, { things: [value] })).toEqual({ things: [{ ...value, job: "2 job" }] });
});

test("a value that sampling cannot fit has no result", () => {
  expect(fit({ type: "object", minProperties: 2 }, {})).toBeUndefined();
});

test("updates name the changed properties alone", () => {
  const before = { a: 1, list: [{ x: 1 }, { x: 2 }], gone: [1] };
  const after = { a: 1, list: [{ x: 1 }, { x: 2, y: 3 }], gone: [1, 2], b: null };

  expect(listUpdates(before, after)).toEqual([
    { path: [], update: { gone: [1, 2], b: null } },
    { path: ["list", 1], update: { y: 3 } },
  ]);
  expect(listUpdates({ a: { x: { y: 1 } } }, { a: { x: [] } })).toEqual([{ path: ["a"], update: { x: [] } }]);
  expect(listUpdates([1], [1, 2])).toBeUndefined();
});
