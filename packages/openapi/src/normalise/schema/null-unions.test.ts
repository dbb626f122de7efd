import { expect, test } from "vitest";
import { documentWith, normaliseThing, normaliseWith } from "../../../test/support/normalise-with.ts";
import type { Json } from "../../document/json.ts";

const NULL_ENUM = { enum: [null] };
const reference = { $ref: "#/components/schemas/Other" };
const nullReference = { $ref: "#/components/schemas/NullEnum" };
const nullable = { anyOf: [reference, { type: "null" }] };

const CASES: readonly (readonly [what: string, before: Json, after: Json])[] = [
  ["a reference or NullEnum", { oneOf: [reference, nullReference] }, nullable],
  ["null first", { anyOf: [{ type: "null" }, reference] }, nullable],
  ["a null that is an enum", { oneOf: [reference, { type: "null", enum: [null] }] }, nullable],
  [
    "a plain type beside null",
    { anyOf: [{ type: "string", format: "date" }, { type: "null" }], title: "T" },
    { type: ["string", "null"], format: "date", title: "T" },
  ],
  ["null first among types", { type: ["null", "string"] }, { type: ["string", "null"] }],
  ["a list of one type", { type: ["string"] }, { type: "string" }],
  [
    "several members keep their keyword",
    { oneOf: [nullReference, reference, { type: "integer" }] },
    { oneOf: [reference, { type: "integer" }, { type: "null" }] },
  ],
];

test.each(CASES)("%s is written in one way", (_what, before, after) => {
  expect(normaliseThing("nullUnions", before, { Other: { type: "object" }, NullEnum: NULL_ENUM })).toEqual(after);
});

test.each<[string, Json]>([
  ["no null", { oneOf: [reference, { type: "integer" }] }],
  ["null alone", { oneOf: [nullReference] }],
  ["a member that is not a schema", { oneOf: [reference, 5] }],
])("a union with %s stays", (_what, schema) => {
  expect(normaliseThing("nullUnions", schema, { Other: { type: "object" }, NullEnum: NULL_ENUM })).toEqual(schema);
});

test("a component that only such unions referred to goes with them", () => {
  const document = documentWith({
    Thing: { oneOf: [reference, nullReference] },
    Other: { type: "object" },
    NullEnum: NULL_ENUM,
    Idle: {},
  });

  const { document: normal } = normaliseWith("nullUnions", document);

  expect(normal["components"]).toEqual({ schemas: { Thing: nullable, Other: { type: "object" }, Idle: {} } });
});
