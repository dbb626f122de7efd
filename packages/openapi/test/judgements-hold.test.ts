import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import type { Judgement } from "../src/diff/judge/judgements.ts";
import type { Json, JsonObject } from "../src/document/json.ts";
import { createSchemaValidator } from "../src/schema/schema-validator.ts";
import { findUndeclaredProperties } from "../src/schema/undeclared-properties.ts";

interface Family {
  readonly family: string;
  readonly schemas: readonly Json[];
  readonly values: readonly Json[];
}

const families: readonly Family[] = parse(readFileSync(join(import.meta.dirname, "schema-families.yaml"), "utf8"));

/** Every schema of a family before and after every other one. */
function listPairs(schemas: readonly Json[]): [before: Json, after: Json][] {
  return schemas.flatMap((before) =>
    schemas.filter((after) => after !== before).map((after): [Json, Json] => [before, after]),
  );
}

function withSchema(direction: "request" | "response", schema: Json): JsonObject {
  const body = { content: { "application/json": { schema } } };
  const operation = direction === "request" ? { requestBody: body } : { responses: { "200": body } };
  return { openapi: "3.1.0", paths: { "/a": { put: operation } }, components: { schemas: SHARED } };
}

const SHARED: JsonObject = {
  Named: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  Short: { type: "object", properties: { a: { type: "string", maxLength: 1 } } },
  Counted: { type: "object", properties: { b: { type: "integer" } } },
};

const validate = createSchemaValidator({ components: { schemas: SHARED } });

/** A message of a schema: a valid value whose properties it declares. */
function isMessage(schema: Json, value: Json): boolean {
  return (
    validate(schema, value).length === 0 &&
    findUndeclaredProperties({ components: { schemas: SHARED } }, schema, value).length === 0
  );
}

function judgeWire(direction: "request" | "response", before: Json, after: Json): Judgement[] {
  return diffDocuments(withSchema(direction, before), withSchema(direction, after)).map(({ wire }) => wire);
}

const survives = (judgements: readonly Judgement[]) =>
  judgements.every((judgement) => judgement === "none" || judgement === "additive");

describe.each(families)("in the family $family", ({ schemas, values }) => {
  test("every schema has a message and refuses a value, so that the pairs say something", () => {
    const idle = schemas.filter((schema) => !values.some((value) => isMessage(schema, value)));
    expect(idle).toEqual([]);
    expect(values.filter((value) => !schemas.some((schema) => validate(schema, value).length === 0))).toEqual([]);
  });

  test("a change of a request is additive only if every old message stays valid", () => {
    const wrong = listPairs(schemas).flatMap(([before, after]) => {
      if (!survives(judgeWire("request", before, after))) return [];
      const lost = values.filter((value) => isMessage(before, value) && validate(after, value).length > 0);
      return lost.map((value) => ({ before, after, value }));
    });
    expect(wrong).toEqual([]);
  });

  test("a change of a response is additive only if old readers accept every new message", () => {
    const wrong = listPairs(schemas).flatMap(([before, after]) => {
      if (!survives(judgeWire("response", before, after))) return [];
      const surprising = values.filter((value) => isMessage(after, value) && validate(before, value).length > 0);
      return surprising.map((value) => ({ before, after, value }));
    });
    expect(wrong).toEqual([]);
  });
});

test("judgements are not all breaking: some pairs of each direction are additive", () => {
  const pairs = families.flatMap(({ schemas }) => listPairs(schemas));
  const share = (direction: "request" | "response") =>
    pairs.filter(([before, after]) => survives(judgeWire(direction, before, after))).length / pairs.length;

  expect(share("request")).toBeGreaterThan(0.05);
  expect(share("response")).toBeGreaterThan(0.05);
});
