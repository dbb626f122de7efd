import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "@nectar-sdk/openapi/diff";
import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";

const TESTS = join(import.meta.dirname, "../../../packages/openapi/test");

/** A schema before and after a change. */
export interface SchemaPair {
  readonly label: string;
  readonly before: Json;
  readonly after: Json;
}

/** The schemas of the examples of all rules, and those of the table of schema rules. */
export function listRulePairs(): SchemaPair[] {
  const examples = RULES.flatMap(({ kind, example: { of, before, after } }) =>
    of === "schema" ? [{ label: `example of ${kind}`, before, after }] : [],
  );
  const rows: readonly { change: string; before: Json; after: Json }[] = readTable("schema-rules.yaml");
  return [...examples, ...rows.map(({ change, before, after }) => ({ label: change, before, after }))].filter(isTyped);
}

/** Every two schemas of a family, in both orders. */
export function listFamilyPairs(): SchemaPair[] {
  const families: readonly { family: string; schemas: readonly Json[] }[] = readTable("schema-families.yaml");
  return families
    .flatMap(({ family, schemas }) =>
      schemas.flatMap((before, from) =>
        schemas.flatMap((after, to) => (from === to ? [] : [{ label: `${family} ${from} → ${to}`, before, after }])),
      ),
    )
    .filter(isTyped);
}

function readTable<Row>(file: string): Row {
  return parse(readFileSync(join(TESTS, file), "utf8"));
}

/** whether both schemas have types and no reference: a reference has no component here, and a list without its type is `unknown`. */
function isTyped({ before, after }: SchemaPair): boolean {
  return !hasNoType(before) && !hasNoType(after);
}

function hasNoType(node: Json): boolean {
  if (isArray(node)) return node.some(hasNoType);
  if (!isObject(node)) return false;
  const isUntypedList = "items" in node && !("type" in node) && !("properties" in node);
  return "$ref" in node || isUntypedList || Object.values(node).some(hasNoType);
}

/** Both sides of many pairs: `PUT /c<index>` sends the schema, `GET` returns it. */
export function toDocument(pairs: readonly SchemaPair[], side: "before" | "after"): JsonObject {
  const paths = pairs.map(({ [side]: schema }, index): [string, JsonObject] => [
    `/c${index}`,
    {
      put: { operationId: `put${index}`, requestBody: toContent(schema), responses: {} },
      get: { operationId: `get${index}`, responses: { "200": { description: "", ...toContent(schema) } } },
    },
  ]);
  return { openapi: "3.1.0", info: { title: "Pairs", version: "1" }, paths: Object.fromEntries(paths) };
}

function toContent(schema: Json): JsonObject {
  return { content: { "application/json": { schema } } };
}
