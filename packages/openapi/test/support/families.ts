import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Judgement } from "../../src/diff/judge/judgements.ts";
import type { Json, JsonObject } from "../../src/document/json.ts";
import { createSchemaValidator } from "../../src/schema/schema-validator.ts";
import { findUndeclaredProperties } from "../../src/schema/undeclared-properties.ts";

/** Schemas of one kind, and values that some of them refuse. */
export interface Family {
  readonly family: string;
  readonly schemas: readonly Json[];
  readonly values: readonly Json[];
}

export const FAMILIES: readonly Family[] = parse(
  readFileSync(join(import.meta.dirname, "../schema-families.yaml"), "utf8"),
);

/** Components that the schemas of the families refer to. */
export const SHARED: JsonObject = {
  Named: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  Short: { type: "object", properties: { a: { type: "string", maxLength: 1 } } },
  Counted: { type: "object", properties: { b: { type: "integer" } } },
};

/** Every schema of a family before and after every other one. */
export function listPairs(schemas: readonly Json[]): [before: Json, after: Json][] {
  return schemas.flatMap((before) =>
    schemas.filter((after) => after !== before).map((after): [Json, Json] => [before, after]),
  );
}

/** A document with an operation whose request or response has the schema. */
export function withSchema(
  direction: "request" | "response",
  schema: Json,
  schemas: JsonObject = SHARED,
): JsonObject & { readonly components: JsonObject } {
  const body = { content: { "application/json": { schema } } };
  const operation = direction === "request" ? { requestBody: body } : { responses: { "200": body } };
  return { openapi: "3.1.0", paths: { "/a": { put: operation } }, components: { schemas } };
}

/** The judgement that promises that messages survive. */
export const survives = (judgements: readonly Judgement[]) =>
  judgements.every((judgement) => judgement === "none" || judgement === "additive");

/** Tells whether values are valid, and whether they are messages: valid, with properties that the schema declares. */
export function createJudge(schemas: JsonObject = SHARED) {
  const document = { components: { schemas } };
  const validate = createSchemaValidator(document);
  const isValid = (schema: Json, value: Json) => validate(schema, value).length === 0;
  const isMessage = (schema: Json, value: Json) =>
    isValid(schema, value) && findUndeclaredProperties(document, schema, value).length === 0;
  return { isValid, isMessage };
}
