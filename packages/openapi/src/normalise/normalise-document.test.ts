import { expect, test } from "vitest";
import { documentWith } from "../../test/support/normalise-with.ts";
import { isRules, normaliseDocument, RULE_NAMES } from "./normalise-document.ts";

const STYLED = documentWith(
  {
    Thing: { type: "string", enum: ["A"], nullable: true },
    Request: { allOf: [{ $ref: "#/components/schemas/Thing" }] },
  },
  { openapi: "3.0.3" },
);

test("every rule can be switched off in data", () => {
  const off = Object.fromEntries(RULE_NAMES.map((name) => [name, false]));

  expect(isRules(off)).toBe(true);
  expect(normaliseDocument(STYLED, off)).toEqual({ document: STYLED, notes: [] });
});

test("a rule that is not named applies", () => {
  const { document } = normaliseDocument(STYLED, { openEnums: false });

  expect(document["components"]).toEqual({
    schemas: {
      Thing: { type: ["string", "null"], enum: ["A", null] },
      Request: { $ref: "#/components/schemas/Thing" },
    },
  });
});

test.each([null, "all", 1, true, { openEnum: true }, { openEnums: "no" }, { toString: true }].map((value) => [value]))(
  "%j does not say which rules apply",
  (value: unknown) => {
    expect(isRules(value)).toBe(false);
  },
);

test("a trailing slash stays: a request needs it", () => {
  const document = { openapi: "3.1.0", paths: { "/company/": { get: {} } } };

  expect(normaliseDocument(document).document).toEqual(document);
});

test("operation ids stay, numbered ones too", () => {
  const document = { openapi: "3.1.0", paths: { "/a": { get: { operationId: "a_2" } } } };

  expect(normaliseDocument(document).document).toEqual(document);
});

test("fields as Django's generator writes them become fields as the reconstruction writes them", () => {
  const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const state = { type: "string", description: "* `ON` - On" };
  const thing = {
    type: "object",
    properties: {
      id: { type: "string", format: "uuid", readOnly: true },
      state: { allOf: [to("StateEnum")], readOnly: true, description: "" },
      before: { nullable: true, oneOf: [to("StateEnum"), to("NullEnum")] },
      after: { nullable: true, oneOf: [to("StateEnum"), to("BlankEnum"), to("NullEnum")], title: "After" },
      parent: { allOf: [to("Thing")], nullable: true },
      age: { type: "integer", minimum: 0, exclusiveMinimum: true, nullable: true, description: "" },
    },
    required: ["state", "id"],
  };
  const django = documentWith(
    {
      Thing: thing,
      StateEnum: { ...state, enum: ["ON", "OFF"] },
      BlankEnum: { enum: [""] },
      NullEnum: { enum: [null] },
    },
    { openapi: "3.0.3" },
  );

  expect(normaliseDocument(django).document["components"]).toEqual({
    schemas: {
      Thing: {
        type: "object",
        properties: {
          id: { type: "string", format: "uuid", readOnly: true },
          state: { ...to("StateEnum"), readOnly: true },
          before: { anyOf: [to("StateEnum"), { type: "null" }] },
          after: { ...state, title: "After", type: ["string", "null"], "x-extensible-enum": ["ON", "OFF", ""] },
          parent: { anyOf: [to("Thing"), { type: "null" }] },
          age: { type: ["integer", "null"], exclusiveMinimum: 0 },
        },
        required: ["id", "state"],
      },
      StateEnum: { ...state, "x-extensible-enum": ["ON", "OFF"] },
    },
  });
});
