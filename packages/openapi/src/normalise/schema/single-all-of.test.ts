import { expect, test } from "vitest";
import { normaliseThing } from "../../../test/support/normalise-with.ts";
import type { Json } from "../../document/json.ts";

const reference = { $ref: "#/components/schemas/Other" };

const CASES: readonly (readonly [what: string, before: Json, after: Json])[] = [
  ["one reference is that reference", { allOf: [reference] }, reference],
  [
    "annotations stay beside the reference",
    { allOf: [reference], description: "D", readOnly: true, default: "a", "x-evidence": "seen" },
    { ...reference, description: "D", readOnly: true, default: "a", "x-evidence": "seen" },
  ],
  ["a limit stays beside the reference", { allOf: [reference], minLength: 1 }, { ...reference, minLength: 1 }],
  [
    "the outer description wins",
    { allOf: [{ ...reference, description: "in" }], description: "out" },
    { ...reference, description: "out" },
  ],
  ["oneOf and anyOf with one member are that member", { oneOf: [{ anyOf: [reference] }] }, reference],
  [
    "an inner schema takes over what is said around it",
    { allOf: [{ type: "object" }], title: "T" },
    { type: "object", title: "T" },
  ],
  [
    "nested wrappers go at once",
    { properties: { a: { allOf: [{ allOf: [reference] }] } } },
    { properties: { a: reference } },
  ],
];

test.each(CASES)("%s", (_what, before, after) => {
  expect(normaliseThing("singleAllOf", before, { Other: { type: "string" } })).toEqual(after);
});

test.each<[string, Json]>([
  ["two members", { allOf: [reference, { type: "object" }] }],
  ["a reference that is extended beside it", { allOf: [reference], properties: { own: {} } }],
  ["a type beside it", { allOf: [reference], type: "object" }],
  ["a contradiction", { allOf: [{ type: "string" }], type: "integer" }],
  ["no member", { allOf: [] }],
  ["members that are not schemas", { allOf: [true] }],
])("a composition with %s stays", (_what, schema) => {
  expect(normaliseThing("singleAllOf", schema, { Other: {} })).toEqual(schema);
});

test("a composition that a reference leads through stays", () => {
  const schema = { allOf: [{ type: "object", properties: { a: { $ref: "#/components/schemas/Thing/allOf/0" } } }] };

  expect(normaliseThing("singleAllOf", schema)).toEqual(schema);
});
