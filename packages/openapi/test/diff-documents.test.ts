import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Change } from "../src/diff/change/change.ts";
import { diffDocuments } from "../src/diff/diff-documents.ts";
import { CHANGE_KINDS } from "../src/diff/judge/judgements.ts";
import { RULES } from "../src/diff/judge/rules.ts";
import type { Json, JsonObject } from "../src/document/json.ts";

interface SchemaRule {
  readonly change: string;
  readonly before: Json;
  readonly after: Json;
  readonly at: string;
  readonly request: string;
  readonly response: string;
}

interface DocumentRule {
  readonly change: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly changes: readonly string[];
}

const table = (file: string) => parse(readFileSync(join(import.meta.dirname, file), "utf8"));
const schemaRules: readonly SchemaRule[] = table("schema-rules.yaml");
const documentRules: readonly DocumentRule[] = table("document-rules.yaml");

const DIRECTIONS = ["request", "response"] as const;
type Direction = (typeof DIRECTIONS)[number];

/** A document in which a request or a response has the schema. */
function withSchema(direction: Direction, schema: Json): JsonObject {
  const body = { content: { "application/json": { schema } } };
  const operation = direction === "request" ? { requestBody: body } : { responses: { "200": body } };
  return { openapi: "3.1.0", paths: { "/a": { put: { operationId: "a", ...operation } } } };
}

const diffSchemas = (direction: Direction, before: Json, after: Json) =>
  diffDocuments(withSchema(direction, before), withSchema(direction, after));

function lineOf({ severity, rule, where: { subject, part, field } }: Change): string {
  const place = [part, field].filter((text) => text !== "").join(" ");
  return [`${severity} ${subject}`, place, rule].filter((text) => text !== "").join(" | ");
}

describe.each(DIRECTIONS)("in a schema of a %s", (direction) => {
  test.each(schemaRules)("$change", ({ before, after, at, ...expected }) => {
    const found = diffSchemas(direction, before, after);
    expect(found.map(({ severity, kind, where }) => [`${severity} ${kind}`, where.field])).toEqual([
      [expected[direction], at],
    ]);
  });
});

describe("between documents", () => {
  test.each(documentRules)("$change", ({ before, after, changes }) => {
    expect(diffDocuments(before, after).map(lineOf)).toEqual(changes);
  });
});

test("every kind of change that is judged can be reported", () => {
  const examples = RULES.map(({ example }) => example).filter(({ of }) => of === "schema");
  const changes = [
    ...examples.flatMap(({ before, after }) => diffSchemas("request", before, after)),
    ...DIRECTIONS.flatMap((direction) =>
      schemaRules.flatMap(({ before, after }) => diffSchemas(direction, before, after)),
    ),
    ...documentRules.flatMap(({ before, after }) => diffDocuments(before, after)),
  ];
  expect([...new Set(changes.map(({ kind }) => kind))].sort()).toEqual([...CHANGE_KINDS].sort());
});

test("a change names the operations that it affects, and which of them read a read-only property", () => {
  const schema = (type: string) => ({ S: { properties: { p: { readOnly: true, type } } } });
  const operations = { paths: withSchema("request", { $ref: "#/components/schemas/S" })["paths"] ?? {} };
  const webhooks = { w: { post: { requestBody: { content: { j: { schema: { $ref: "#/components/schemas/S" } } } } } } };
  const [change, ...others] = diffDocuments(
    { ...operations, webhooks, components: { schemas: schema("string") } },
    { ...operations, webhooks, components: { schemas: schema("boolean") } },
  );
  expect(others).toEqual([]);
  expect(change).toMatchObject({ rule: "response-type-changed", operations: ["a", "webhook w"] });
});

test("a schema that two properties share is compared once, at the property that sorts first by name", () => {
  const withProperties = (properties: JsonObject): JsonObject => ({
    components: {
      schemas: {
        A: { properties: { x: { type: "string" } } },
        B: { properties: { x: { type: "boolean" } } },
        S: { properties },
      },
    },
  });
  const a = { $ref: "#/components/schemas/A" };
  const b = { $ref: "#/components/schemas/B" };
  const changes = diffDocuments(withProperties({ p: a, q: a }), withProperties({ p: b, q: b }));
  expect(diffDocuments(withProperties({ q: a, p: a }), withProperties({ q: b, p: b }))).toEqual(changes);
  expect(changes.map(lineOf)).toEqual([
    "text S | p | reference-changed",
    "breaking S | p.x | type-changed",
    "text S | q | reference-changed",
  ]);
});

test("a rename reveals the next one along a chain of references", () => {
  const withChain = (prefix: string, length: number): JsonObject => {
    const link = (index: number): Json =>
      index === 0
        ? { type: "string" }
        : { properties: { next: { $ref: `#/components/schemas/${prefix}${index - 1}` } } };
    const names = Array.from({ length }, (_, index) => [`${prefix}${index}`, link(index)]);
    return { components: { schemas: Object.fromEntries(names) } };
  };
  const changes = diffDocuments(withChain("A", 300), withChain("B", 300));

  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["component-renamed"]));
  expect(changes).toHaveLength(300);
});

test("the branches of a long union are matched one by one", () => {
  const withBranches = (from: number, to: number) => ({
    oneOf: Array.from({ length: to - from }, (_, index) => ({ const: `v${from + index}` })),
  });
  const changes = diffSchemas("response", withBranches(0, 300), withBranches(1, 301));

  expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ["branch-overlap-changed", '"v0"', '"v300"'],
    ["values-replaced", "v0", "v300"],
  ]);
});

test("a union that contains itself is compared with an allOf that contains itself", () => {
  const self = { $ref: "#/components/schemas/D" };
  const withSelf = (schema: Json): JsonObject => ({ components: { schemas: { D: schema } } });
  const union = withSelf({ oneOf: [self, { type: "string" }, { type: "integer" }] });
  const layers = withSelf({ allOf: [self, { type: "object", properties: { own: { type: "boolean" } } }] });

  expect(diffDocuments(union, layers)).not.toEqual([]);
  expect(diffDocuments(layers, union)).not.toEqual([]);
});

test("a branch more in a union of up to 64 is additive if it cannot overlap, and maybe in a longer one", () => {
  const withBranches = (length: number) => ({
    oneOf: Array.from({ length }, (_, index) => ({ type: "string", const: `v${index}`, title: `v${index}` })),
  });
  const judgeLonger = (length: number) =>
    diffSchemas("request", withBranches(length - 1), withBranches(length)).map(({ kind, wire }) => [kind, wire]);

  expect(judgeLonger(64)).toEqual([["union-branch-added", "additive"]]);
  expect(judgeLonger(65)).toEqual([["overlapping-branch-added", "maybe"]]);
});

describe("where a shared schema gets a property that another layer or branch has", () => {
  const withShared = (properties: JsonObject, around: Json): JsonObject => ({
    ...withSchema("request", around),
    components: { schemas: { Shared: { type: "object", properties } } },
  });
  const diffAround = (around: Json) =>
    diffDocuments(withShared({}, around), withShared({ own: { type: "integer" } }, around))
      .filter(({ where }) => where.area === "operation")
      .map(({ wire, kind }) => [wire, kind]);
  const both = [{ $ref: "#/components/schemas/Shared" }, { type: "object", properties: { own: { type: "string" } } }];

  test("an allOf with both is reported as a change", () => {
    expect(diffAround({ allOf: both })).toEqual([["breaking", "type-narrowed"]]);
  });

  test.each([1, 2, 3, 4, 5, 6, 9])("an allOf with both, %i steps deep, is never without effect", (steps) => {
    let around: Json = { allOf: both };
    for (let step = 0; step < steps; step += 1) around = { type: "object", properties: { inner: around } };

    const judgements = diffAround(around).map(([wire]) => wire);

    expect(judgements).not.toEqual([]);
    expect(judgements.filter((wire) => wire !== "breaking" && wire !== "maybe")).toEqual([]);
  });

  test("a oneOf with both may refuse an old value", () => {
    expect(diffAround({ oneOf: both })).toEqual([["maybe", "branch-overlap-changed"]]);
  });

  test("an anyOf with both, or an allOf with other names, is not reported", () => {
    const other = { type: "object", properties: { other: { type: "string" } } };

    expect(diffAround({ anyOf: both })).toEqual([]);
    expect(diffAround({ allOf: [both[0] ?? {}, other] })).toEqual([]);
  });
});
