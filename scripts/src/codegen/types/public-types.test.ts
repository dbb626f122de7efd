import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readApi } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { answering, smallDocument } from "../../../test/support/small-document.ts";
import { deriveCallNames } from "../names/derive-call-name.ts";
import { parseResources } from "../names/parse-resources.ts";
import { CodegenError } from "../problem.ts";
import { type AssignedTypes, assignTypes } from "./assign-types.ts";
import { deriveTypes } from "./derive-types.ts";
import type { NamedDocument } from "./find-type.ts";
import { parseTypes } from "./parse-types.ts";
import { formatTypeSource } from "./type-source.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const PAGE = {
  type: "object",
  properties: {
    currentPage: { type: "integer" },
    hasNext: { type: "boolean" },
    totalPages: { type: "integer" },
    totalThings: { type: "integer" },
    things: { type: "array", items: ref("ThingList") },
  },
};

const THING = {
  type: "object",
  properties: {
    colour: { anyOf: [ref("ColourEnum"), { type: "null" }] },
    parts: {
      type: "array",
      items: { type: "object", properties: { size: { type: "number" }, twin: ref("ThingList") } },
    },
  },
};

const NAMED = nameOperations({
  ...smallDocument({
    "/thing": {
      get: {
        operationId: "a",
        tags: ["things"],
        parameters: [{ name: "colour", in: "query", schema: ref("ColourEnum") }],
        ...answering(PAGE),
      },
      post: {
        operationId: "b",
        tags: ["things"],
        requestBody: { content: { "application/json": { schema: ref("ThingRequest") } } },
        responses: {
          "201": { description: "", content: { "application/json": { schema: ref("ThingList") } } },
          "400": { description: "", content: { "application/json": { schema: ref("Error") } } },
        },
      },
    },
    "/plain": { get: { operationId: "c", tags: ["plain"], ...answering({ type: "array", items: ref("ThingList") }) } },
  }),
  webhooks: { "thing.made": { post: { requestBody: { content: { "application/json": { schema: THING } } } } } },
  components: {
    schemas: {
      ThingList: THING,
      ColourEnum: { type: "string" },
      ThingRequest: { type: "object" },
      Error: { type: "object" },
    },
  },
});

function nameOperations(document: JsonObject): NamedDocument {
  const api = readApi(document);
  return { document, api, names: deriveCallNames(api.operations) };
}

function assign(...lines: readonly string[]): AssignedTypes {
  const text = `product: API\ntypes:\n${lines.map((line) => `  ${line}\n`).join("")}`;
  return assignTypes(NAMED, parseTypes(parseResources(text)));
}

describe("a public type", () => {
  test.each([
    ["item of things.a", "ThingList"],
    ["item of plain.c", "ThingList"],
    ["response of things.b", "ThingList"],
    ["body of things.b", "ThingRequest"],
    ["errors of things.b at 400", "Error"],
    ["query of things.a at colour", "ColourEnum"],
    ["item of things.a at colour", "ColourEnum"],
    ["response of things.b at parts[].twin", "ThingList"],
    ["payload of thing.made at parts[].twin", "ThingList"],
  ])("gives its name to the schema of %s", (source, schema) => {
    expect(assign(`Mine: ${source}`)).toEqual({
      schemas: new Map([[schema, "Mine"]]),
      aliases: new Map(),
      absent: new Map(),
    });
  });

  test.each([
    ["page of things.a", { kind: "operation", id: "a", part: "response" }, []],
    ["query of things.a", { kind: "operation", id: "a", part: "query" }, []],
    ["errors of things.b", { kind: "operation", id: "b", part: "errors" }, []],
    ["payload of thing.made", { kind: "event", event: "thing.made" }, []],
    ["response of things.a at totalThings", { kind: "operation", id: "a", part: "response" }, ["totalThings"]],
    ["item of things.a at parts[]", { kind: "schema", schema: "ThingList" }, ["parts", "[]"]],
  ])("is an alias of what the document describes in place: %s", (source, declaration, steps) => {
    expect(assign(`Mine: ${source}`).aliases.get("Mine")).toMatchObject({ declaration, steps });
  });

  test("is an alias where its schema has a name already", () => {
    const { schemas, aliases } = assign("First: item of things.a", "Second: response of things.b");
    expect(schemas).toEqual(new Map([["ThingList", "First"]]));
    expect(aliases.get("Second")).toMatchObject({ declaration: { kind: "schema", schema: "ThingList" } });
  });

  test.each([
    ["page of plain.c", "it has no page of plain.c"],
    ["body of things.a", "it has no body of things.a"],
    ["query of plain.c", "it has no query of plain.c"],
    ["response of gone.d at a", "it has no response of gone.d"],
    ["payload of thing.gone", "it has no payload of thing.gone"],
    ["errors of things.b at 404", '"404" does not exist'],
    ["item of things.a at parts.size", '"size" does not exist'],
  ])("is absent from a version without its place: %s", (source, reason) => {
    const { schemas, aliases, absent } = assign(`Mine: ${source}`);
    expect([schemas.size, aliases.size, ...absent.values()]).toEqual([0, 0, reason]);
  });
});

test.each([
  [
    "thing: item of things.a",
    '"thing" is not a valid name of a type; choose a name in Pascal case, such as `LineItem`',
  ],
  ["Blob: item of things.a", "generated code uses the name Blob; choose another one"],
  ["ThingsListResponse: item of things.a", "generated code uses the name ThingsListResponse; choose another one"],
  ["ThingsResource: item of things.a", "generated code uses the name ThingsResource; choose another one"],
  ["Mine: things.a", '"things.a" is not a place of a type; write `<kind> of <resource>.<method>` with one of item, '],
])("a line is refused with its place: %s", (line, problem) => {
  const text = `product: API\noperations:\n  GET /thing: things.list\ntypes:\n  ${line}\n`;
  const parse = () => parseTypes(parseResources(text));
  expect(parse).toThrow(CodegenError);
  expect(parse).toThrow(`specs/resources.yaml:5: ${problem}`);
});

test("a line is derived for each schema that has none, by its shortest way", () => {
  const listed = parseTypes(parseResources("product: API\ntypes:\n  Thing: item of things.a\n"));
  const derived = deriveTypes([NAMED], listed).map(({ name, source }) => `${name}: ${formatTypeSource(source)}`);
  expect(derived).toEqual([
    "ThingRequest: body of things.b",
    "ColourEnum: item of things.a at colour",
    "Error: errors of things.b at 400",
  ]);
});

test("a derived name that is taken gets the name of its owner, or of its method", () => {
  const listed = parseTypes(
    parseResources(
      "product: API\ntypes:\n  Thing: item of things.a\n  ColourEnum: body of things.b\n  Error: query of things.a\n",
    ),
  );
  const derived = deriveTypes([NAMED], listed).map(({ name, source }) => `${name}: ${formatTypeSource(source)}`);
  expect(derived).toEqual(["ThingColourEnum: item of things.a at colour", "ThingsBError: errors of things.b at 400"]);
});
