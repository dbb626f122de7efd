import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../src/diff/change/change.ts";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import { isArray, isObject, type Json, type JsonObject, objectIn } from "../src/document/json.ts";
import { lookUp } from "../src/document/pointer.ts";

const COMPONENTS = ["A", "B", "C", "D"];
const PROPERTIES = ["p", "q", "a property"];

const reference = fc.constantFrom(...COMPONENTS).map((name) => ({ $ref: `#/components/schemas/${name}` }));
const text = fc.constantFrom("one", "two");

const annotations = fc.record(
  { description: text, deprecated: fc.constant(true), "x-note": text },
  { requiredKeys: [] },
);

const scalar = fc.oneof(
  fc.record({ type: fc.constantFrom("boolean", "integer", "number") }),
  fc.record(
    {
      type: fc.constantFrom<Json>("string", ["string", "null"]),
      format: fc.constantFrom("uuid", "date"),
      maxLength: fc.nat(3),
      pattern: text,
      default: text,
      "x-extensible-enum": fc.subarray(["A", "B", "C"], { minLength: 1 }),
    },
    { requiredKeys: ["type"] },
  ),
  fc.subarray(["A", "B", "C"], { minLength: 1 }).map((values) => ({ type: "string", enum: values })),
);

/** Schemas in a canonical spelling, so that only equal schemas are equivalent; references may be circular. */
const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", maxDepth: 3, withCrossShrink: true },
    scalar,
    reference,
    fc
      .tuple(annotations, fc.record({ items: tie("schema") }))
      .map(([notes, own]) => ({ type: "array", ...notes, ...own })),
    fc
      .tuple(annotations, fc.subarray(PROPERTIES, { minLength: 1 }), objectKeywords(tie("schema")))
      .map(([notes, required, own]) => ({ type: "object", ...notes, required, ...own })),
    fc.tuple(reference, tie("schema")).map(([one, other]) => ({ oneOf: [one, other, { type: "integer" }] })),
    fc
      .tuple(reference, tie("schema"))
      .map(([one, other]) => ({ allOf: [one, { type: "object", properties: { own: other } }] })),
  ),
}));

function objectKeywords(inner: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.record(
    {
      properties: fc.dictionary(fc.constantFrom(...PROPERTIES), inner, { minKeys: 1, noNullPrototype: true }),
      additionalProperties: fc.oneof(fc.constant<Json>(false), inner),
    },
    { requiredKeys: ["properties"] },
  );
}

const content = schema.map((inner) => ({ "application/json": { schema: inner } }));

const operation = fc.record(
  {
    summary: text,
    tags: fc.subarray(["x", "y"], { minLength: 1 }),
    parameters: fc
      .subarray(["q", "r"], { minLength: 1 })
      .chain((names) =>
        fc
          .tuple(schema, fc.boolean())
          .map(([inner, required]) => names.map((name) => ({ name, in: "query", required, schema: inner }))),
      ),
    requestBody: content.map((media) => ({ required: true, content: media })),
    responses: fc.dictionary(
      fc.constantFrom("200", "404"),
      content.map((media) => ({ description: "", content: media })),
      { minKeys: 1, noNullPrototype: true },
    ),
  },
  { requiredKeys: [] },
);

/** Marks each component: equal content under another name would be a rename. */
const components = fc
  .tuple(fc.subarray(COMPONENTS), fc.array(schema, { minLength: COMPONENTS.length, maxLength: COMPONENTS.length }))
  .map(
    ([names, schemas]): JsonObject =>
      Object.fromEntries(names.map((name, index) => [name, { ...schemas[index], "x-name": name }])),
  );

const operationsAt = (names: readonly string[], prefix: string) =>
  fc
    .dictionary(fc.constantFrom(...names), operation, { noNullPrototype: true })
    .map(
      (operations): JsonObject =>
        Object.fromEntries(
          Object.entries(operations).map(([name, own]) => [
            name,
            { post: { ...own, operationId: `${prefix}${name}` } },
          ]),
        ),
    );

const document = fc
  .record({ paths: operationsAt(["/a", "/b/{x}"], "op"), webhooks: operationsAt(["w"], "hook"), schemas: components })
  .map(({ paths, webhooks, schemas }): JsonObject => ({ openapi: "3.1.0", paths, webhooks, components: { schemas } }));

/** Returns the document with its keys in another order, drawn from a list of numbers. */
function shuffled(document: JsonObject, seed: readonly number[]): JsonObject {
  const entries = Object.entries(document).map(([key, value], index): [number, [string, Json]] => [
    seed[(index + key.length) % seed.length] ?? 0,
    [key, shuffledBelow(value, seed)],
  ]);
  return Object.fromEntries(entries.sort(([left], [right]) => left - right).map(([, entry]) => entry));
}

function shuffledBelow(node: Json, seed: readonly number[]): Json {
  if (isArray(node)) return node.map((item) => shuffledBelow(item, seed));
  return isObject(node) ? shuffled(node, seed) : node;
}

/** Milliseconds; generating documents is slow on a busy machine. */
const PATIENCE = 60_000;

const seeds = fc.array(fc.nat(), { minLength: 5, maxLength: 5 });

const placesOf = (changes: readonly Change[]) =>
  [
    ...new Set(changes.map(({ where: { area, subject, part, field } }) => [area, subject, part, field].join(" | "))),
  ].sort();

test(
  "a document does not differ from itself, in any order of its keys",
  () => {
    fc.assert(
      fc.property(document, seeds, (original, seed) => {
        expect(diffDocuments(original, shuffled(original, seed))).toEqual([]);
      }),
    );
  },
  PATIENCE,
);

test(
  "the order of keys does not affect the differences",
  () => {
    fc.assert(
      fc.property(document, document, seeds, (before, after, seed) => {
        const other = diffDocuments(shuffled(before, seed), shuffled(after, seed.toReversed()));
        expect(other).toEqual(diffDocuments(before, after));
      }),
    );
  },
  PATIENCE,
);

test(
  "both orders of two documents report the same places",
  () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        expect(placesOf(diffDocuments(after, before))).toEqual(placesOf(diffDocuments(before, after)));
      }),
    );
  },
  PATIENCE,
);

test(
  "every pointer leads to a value, and ids are unique",
  () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const changes = diffDocuments(before, after);
        const pointers = changes.flatMap(({ pointers }) => [
          [before, pointers.before] as const,
          [after, pointers.after] as const,
        ]);
        expect(pointers.filter(([side, pointer]) => pointer !== undefined && !leadsToValue(side, pointer))).toEqual([]);
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
      }),
    );
  },
  PATIENCE,
);

const leadsToValue = (side: JsonObject, pointer: string) => pointer === "#" || lookUp(side, pointer) !== undefined;

/** Keys whose absence has no meaning, because they have a default or can be empty. */
const SILENT = new Set(["type", "paths", "webhooks", "components", "schemas"]);

/** The places of all keys below a node whose absence means something. */
function removableKeys(node: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (isArray(node)) return node.flatMap((item, index) => removableKeys(item, [...path, index]));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    ...(SILENT.has(key) || value === false ? [] : [[...path, key]]),
    ...removableKeys(value, [...path, key]),
  ]);
}

function without(object: JsonObject, [key, ...rest]: readonly (string | number)[]): JsonObject {
  const entries = Object.entries(object).map(([name, value]): [string, Json] => [
    name,
    name === key ? withoutBelow(value, rest) : value,
  ]);
  return Object.fromEntries(entries.filter(([name]) => rest.length > 0 || name !== key));
}

function withoutBelow(node: Json, path: readonly (string | number)[]): Json {
  const [key, ...rest] = path;
  if (isArray(node)) return node.map((item, index) => (index === key ? withoutBelow(item, rest) : item));
  return isObject(node) ? without(node, path) : node;
}

/** A component that only refers to others, perhaps in a circle, may add nothing to them. */
function hasAlias(document: JsonObject): boolean {
  const schemas = Object.values(objectIn(objectIn(document, "components"), "schemas"));
  return schemas.some((schema) => isObject(schema) && ("$ref" in schema || "allOf" in schema));
}

test(
  "removing any key from a document is noticed",
  () => {
    fc.assert(
      fc.property(document, fc.nat(), (before, pick) => {
        fc.pre(!hasAlias(before));
        const places = removableKeys(before);
        const after = without(before, places[pick % places.length] ?? []);
        expect(diffDocuments(before, after)).not.toEqual([]);
        expect(diffDocuments(after, before)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE,
);
