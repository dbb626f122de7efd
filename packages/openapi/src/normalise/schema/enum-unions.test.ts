import { expect, test } from "vitest";
import { documentWith, normaliseThing, normaliseWith } from "../../../test/support/normalise-with.ts";
import type { Json, JsonObject } from "../../document/json.ts";

const COMPONENTS: JsonObject = {
  StateEnum: { type: "string", enum: ["ON", "OFF"], description: "State." },
  SizeEnum: { type: "integer", enum: [1, 2] },
  OpenEnum: { type: "string", "x-extensible-enum": ["A"] },
  BlankEnum: { enum: [""] },
  NullEnum: { enum: [null] },
};

const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const CASES: readonly (readonly [what: string, before: Json, after: Json])[] = [
  [
    "an enum, blank or null",
    { oneOf: [to("StateEnum"), to("BlankEnum"), to("NullEnum")] },
    { type: ["string", "null"], enum: ["ON", "OFF", "", null], description: "State." },
  ],
  [
    "an enum or blank",
    { oneOf: [to("StateEnum"), to("BlankEnum")], description: "Own." },
    { type: "string", enum: ["ON", "OFF", ""], description: "Own." },
  ],
  [
    "blank first",
    { anyOf: [{ enum: [""] }, to("StateEnum")] },
    { type: "string", enum: ["ON", "OFF", ""], description: "State." },
  ],
  [
    "an open enum or blank",
    { oneOf: [to("OpenEnum"), to("BlankEnum"), { type: "null" }] },
    { type: ["string", "null"], "x-extensible-enum": ["A", ""] },
  ],
];

test.each(CASES)("%s is one enum", (_what, before, after) => {
  expect(normaliseThing("enumUnions", before, COMPONENTS)).toEqual(after);
});

test.each<[string, Json]>([
  ["two enums that both have values", { oneOf: [to("StateEnum"), to("OpenEnum"), to("BlankEnum")] }],
  ["an enum or null, whose name is worth keeping", { anyOf: [to("StateEnum"), { type: "null" }] }],
  ["a member that is not an enum", { oneOf: [to("StateEnum"), to("BlankEnum"), { type: "object" }] }],
  ["blank alone", { oneOf: [to("BlankEnum"), to("NullEnum")] }],
  ["a discriminator", { oneOf: [to("StateEnum"), to("BlankEnum")], discriminator: { propertyName: "a" } }],
])("a union of %s stays", (_what, schema) => {
  expect(normaliseThing("enumUnions", schema, COMPONENTS)).toEqual(schema);
});

test("enums that only folded unions referred to go with them", () => {
  const thing = {
    properties: { a: { oneOf: [to("StateEnum"), to("BlankEnum")] }, b: to("StateEnum"), c: to("NullEnum") },
  };
  const { document } = normaliseWith("enumUnions", documentWith({ Thing: thing, ...COMPONENTS }));

  expect(JSON.stringify(document["components"])).not.toContain("BlankEnum");
  expect(JSON.stringify(document["components"])).toContain("StateEnum");
});
