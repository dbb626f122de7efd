import { type Json, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../test/support/compile.ts";
import { generate, sourcesOf } from "../../test/support/generate.ts";
import { answering, documentOf, pathParameters, smallDocument } from "../../test/support/small-document.ts";
import { checkSupported } from "./check/check-supported.ts";
import { declaredNames } from "./emit/declared-names.ts";
import type { PackageFiles } from "./generate-package.ts";

/** A string that tries to break out of its comment or string literal. */
const BREAKOUT = ["*/ export const evil = 1; /* ` ", "{evil} \" ' \\ \n@deprecated\n</script>\u2028<!--"].join("$");

const EMPTY = { "204": { description: "Done." } };

describe("names that mean something in JavaScript", () => {
  let files: PackageFiles;
  let errors: string[];

  beforeAll(async () => {
    // JSON.parse makes `__proto__` an ordinary key, as it is in a document from a file.
    const document: JsonObject = JSON.parse(`{
      "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
      "paths": {
        "/{class}/{default}/{body}/{query}/{options}/{a-b}/{a_b}/{2nd}": { "post": {
          "operationId": "__proto__", "tags": ["constructor"],
          "parameters": [${["class", "default", "body", "query", "options", "a-b", "a_b", "2nd"].map((name) => `{ "name": "${name}", "in": "path", "required": true, "schema": { "type": "string" } }`).join()}],
          "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/__proto__" } } } },
          "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/__proto__" } } } } }
        } }
      },
      "components": { "schemas": {
        "__proto__": { "type": "object", "required": ["__proto__"], "properties": {
          "__proto__": { "type": "string" }, "constructor": { "type": "number" }, "a b": { "type": "boolean" }, "0": { "type": "null" },
          "it's \\"quoted\\"\\n": { "type": "string" }, "toString": { "type": "string" } } }
      } }
    }`);
    files = await generate(document);
    errors = compile(
      new Map([
        ...sourcesOf(files),
        [
          "src/use.ts",
          `import type { Proto } from "./index.js";
import { v1_0 } from "./index.js";
export const thing: Proto = { ["__proto__"]: "a", constructor: 1, "a b": true, toString: "b" };
export const keys: string[] = Object.keys(v1_0.operations);
`,
        ],
      ]),
    );
  });

  test("compile", () => {
    expect(errors.filter((error) => !error.startsWith("src/use.ts"))).toEqual([]);
  });

  test("stay properties", () => {
    expect(files.get("src/schema.ts")).toMatch(/__proto__"?: string;/);
    expect(errors).toEqual([]);
  });

  test("stay operations", () => {
    expect(files.get("src/operations.ts")).toMatch(/"\w+\.\w+": \{\s+method: "POST"/);
    expect(files.get("src/type-maps.ts")).toContain('operations["__proto__"]');
  });

  test("become valid, unique arguments", () => {
    const signature = /\(\s*(classParameter[^)]*?),?\s*\)/.exec(files.get("src/resources.ts") ?? "")?.[1] ?? "";
    expect(signature.split(/,\s+/).map((argument) => argument.split(":")[0])).toEqual([
      ...[
        "classParameter",
        "defaultParameter",
        "bodyParameter",
        "queryParameter",
        "optionsParameter",
        "aB",
        "aBParameter",
        "_2nd",
      ],
      ...["body?", "options?"],
    ]);
  });
});

describe("schemas that share a name with something else", () => {
  test("do not clash with any name that the package exports or relies on", async () => {
    const own = await generate(documentOf({ Thing: { type: "object", properties: { page: { type: "integer" } } } }));
    const taken = [...sourcesOf(own).values()].flatMap((source) => declaredNames(source).types);
    const globals = [
      "Array",
      "Blob",
      "NonNullable",
      "Omit",
      "Promise",
      "Record",
      "Response",
      "Symbol",
      "Partial",
      "string",
      "never",
    ];
    const schemas = [...new Set([...taken, ...globals])].map((name): [string, Json] => [
      name,
      {
        type: "object",
        required: ["own"],
        properties: { own: { type: "string", const: name }, next: { $ref: "#/components/schemas/Response" } },
      },
    ]);
    const files = await generate(documentOf(Object.fromEntries(schemas)));
    expect(compile(sourcesOf(files))).toEqual([]);
    const declared = [...sourcesOf(files).values()].flatMap((source) => declaredNames(source).types);
    expect(new Set(declared).size).toBe(declared.length);
    expect(files.get("src/schema.ts")).toContain("export interface ResponseSchema {");
    expect(files.get("src/schema.ts")).toContain("export interface ApiCallSchema {");
  });

  test("each have a valid, unique name, and references use it", async () => {
    const names = ["usage_data", "usage-data", "UsageData", "usage.data", "2fa", "été", "a~b", "things_list_Response"];
    const schemas = names.map((name): [string, Json] => [
      name,
      { type: "object", properties: { of: { const: name } } },
    ]);
    const files = await generate(documentOf(Object.fromEntries(schemas)));
    expect(compile(sourcesOf(files))).toEqual([]);
    const schema = files.get("src/schema.ts") ?? "";
    for (const name of ["UsageData", "UsageData2", "UsageData3", "UsageData4", "_2fa", "Été", "AB"]) {
      expect(schema).toContain(`export interface ${name} {`);
    }
    expect(schema).not.toContain('components["schemas"]');
  });

  test("may be lists, unions, maps, refer to themselves and to nothing", async () => {
    const files = await generate(
      documentOf({
        Tree: {
          type: "object",
          properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
        },
        List: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
        Either: { oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: "string" }] },
        Map: { type: "object", additionalProperties: { $ref: "#/components/schemas/Tree" } },
        Alias: { $ref: "#/components/schemas/Tree" },
        Anything: {},
        Nothing: { not: {} },
        Tuple: { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] },
      }),
    );
    expect(compile(sourcesOf(files))).toEqual([]);
  });
});

describe("strings that try to break out", () => {
  test("remain strings in every place of a document", async () => {
    const schema = {
      type: "object",
      title: BREAKOUT,
      description: BREAKOUT,
      properties: {
        a: {
          type: "string",
          description: BREAKOUT,
          default: BREAKOUT,
          example: BREAKOUT,
          pattern: BREAKOUT,
          format: BREAKOUT,
        },
        b: { type: "string", enum: [BREAKOUT] },
        c: { type: "string", "x-extensible-enum": [BREAKOUT] },
        [BREAKOUT]: { const: BREAKOUT },
      },
    };
    const operation = {
      operationId: `x${BREAKOUT}`,
      summary: BREAKOUT,
      description: BREAKOUT,
      "x-evidence": BREAKOUT,
      externalDocs: { url: BREAKOUT },
      tags: ["things"],
      parameters: [
        ...pathParameters("id").map((parameter) => ({ ...parameter, description: BREAKOUT })),
        { name: BREAKOUT, in: "query", description: BREAKOUT, schema: { type: "string" } },
        { name: BREAKOUT, in: "header", description: BREAKOUT, schema: { type: "string" } },
      ],
      requestBody: {
        description: BREAKOUT,
        content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
      },
      ...answering({ $ref: "#/components/schemas/Thing" }),
    };
    const document = smallDocument(
      { [`/${BREAKOUT.replaceAll(/[{}]/g, "")}/{id}`]: { put: operation } },
      { schemas: { Thing: schema } },
      {
        info: { title: BREAKOUT, version: BREAKOUT, description: BREAKOUT },
        servers: [{ url: BREAKOUT }],
        tags: [{ name: "things", description: BREAKOUT }],
        webhooks: { [BREAKOUT]: { post: { summary: BREAKOUT, description: BREAKOUT, responses: EMPTY } } },
      },
    );
    const files = await generate(document);
    expect(compile(sourcesOf(files))).toEqual([]);
    const values = [...sourcesOf(files).values()].flatMap((source) => declaredNames(source).values);
    expect(values.sort()).toEqual(["API_VERSION", "SPEC_SHA256", "operationTable", "v1_0"]);
  });

  test("do not mark a method as deprecated", async () => {
    const operation = {
      operationId: "thing_list",
      tags: ["things"],
      description: "See @deprecated.\n@deprecated",
      responses: EMPTY,
    };
    const parameters = pathParameters("id").map((parameter) => ({
      ...parameter,
      description: "Not @deprecated at all",
    }));
    const files = await generate(smallDocument({ "/thing/{id}": { get: { ...operation, parameters } } }));
    expect(files.get("src/resources.ts")).not.toMatch(/(^|\s)@deprecated/m);
  });
});

// Methods that every object inherits and that openapi-typescript trips over.
const UNREADABLE = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => !["constructor", "toString", "__proto__"].includes(name),
);

describe.each(UNREADABLE)("a name that openapi-typescript cannot read is refused: %s", (name) => {
  const schemas = (text: string, property: string) =>
    documentOf(Object.fromEntries([[text, { type: "object", properties: Object.fromEntries([[property, {}]]) }]]));

  test.each([
    ["schema", schemas(name, "a")],
    ["property", schemas("A", name)],
  ])("as a %s", (_, document) => {
    expect(checkSupported(readApi(document))).toEqual([
      {
        at: expect.stringContaining(`/${name}`),
        message: "openapi-typescript cannot read a document with this name",
        fix: "rename or remove it with an overlay",
      },
    ]);
  });
});

test("a package compiles with any other names", async () => {
  const name = fc
    .oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom("constructor", "toString", "__proto__", "Paths", "schema", "void"),
    )
    .filter((text) => !UNREADABLE.includes(text));
  await fc.assert(
    fc.asyncProperty(
      // Without characters that a reference would have to encode: OpenAPI does not allow such names.
      fc.uniqueArray(
        name.filter((text) => !/[/~%{}#]/.test(text)),
        { minLength: 1, maxLength: 4 },
      ),
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 3 }),
      async (schemas, properties, values) => {
        const schema = {
          type: "object",
          properties: Object.fromEntries(
            properties.map((property) => [property, { type: "string", enum: [...new Set(values)] }]),
          ),
        };
        const document = documentOf(Object.fromEntries(schemas.map((text) => [text, schema])));
        expect(compile(sourcesOf(await generate(document)))).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);
