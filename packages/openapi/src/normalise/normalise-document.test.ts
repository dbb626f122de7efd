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
