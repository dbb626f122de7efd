import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, test } from "vitest";
import { compile } from "../../../test/support/compile.ts";
import { generate, sourcesOf } from "../../../test/support/generate.ts";
import { documentOf, smallDocument } from "../../../test/support/small-document.ts";

/** Generates the declaration of a component schema. */
async function declarationOf(schema: Json, openapi = "3.1.0"): Promise<string> {
  const source = await schemaOf(documentOf({ Thing: schema, Other: { type: "object" } }, { openapi }));
  const found = /(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:interface|type) Thing\b[\s\S]*?(?=\n\n)/.exec(source);
  return found?.[0] ?? "not declared";
}

async function schemaOf(document: JsonObject): Promise<string> {
  return (await generate(document)).get("src/schema.ts") ?? "";
}

/** Returns the TypeScript errors in code that uses the generated package. */
async function use(document: JsonObject, code: string): Promise<string[]> {
  const files = await generate(document);
  return compile(new Map([...sourcesOf(files), ["src/use.ts", code]]));
}

describe("an enum", () => {
  test("that is closed is a union", async () => {
    expect(await declarationOf({ type: "string", enum: ["A", "B"] })).toBe('export type Thing = "A" | "B";');
  });

  test("that may grow is a union that accepts any string, and its comment explains why", async () => {
    const declaration = await declarationOf({ type: "string", "x-extensible-enum": ["A", 'it\'s "B"'] });
    expect(declaration).toBe(
      '/** The server may return values that are not listed. */\nexport type Thing = "A" | "it\'s \\"B\\"" | (string & {});',
    );
  });

  test("that may grow is open as a property, in a list, and with null", async () => {
    const open = { type: "string", "x-extensible-enum": ["A"] };
    const declaration = await declarationOf({
      type: "object",
      properties: { a: open, b: { type: "array", items: open }, c: { ...open, type: ["string", "null"] } },
    });
    expect(declaration).toContain('a?: "A" | (string & {});');
    expect(declaration).toContain('b?: ("A" | (string & {}))[];');
    expect(declaration).toContain('c?: "A" | (string & {}) | null;');
    const nullable = { type: "object", properties: { c: { ...open, nullable: true } } };
    expect(await declarationOf(nullable, "3.0.3")).toContain('c?: "A" | (string & {}) | null;');
  });

  test("that may grow takes any string where a closed one does not", async () => {
    const document = documentOf({
      Open: { type: "string", "x-extensible-enum": ["A"] },
      Closed: { type: "string", enum: ["A"] },
    });
    const code = 'import type { Closed, Open } from "./index.js";\nexport const open: Open = "Z";\n';
    expect(await use(document, `${code}export const closed: Closed = "A";\n`)).toEqual([]);
    expect(await use(document, `${code}export const closed: Closed = "Z";\n`)).toEqual([
      "src/use.ts: TS2322: Type '\"Z\"' is not assignable to type '\"A\"'.",
    ]);
  });
});

describe("a file", () => {
  const upload = (schema: Json): JsonObject =>
    smallDocument({
      "/file": {
        post: {
          operationId: "file_create",
          tags: ["files"],
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: schema } } },
            },
          },
          responses: {
            "200": {
              description: "Done.",
              content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
            },
          },
        },
      },
    });

  test.each<[string, JsonObject, string]>([
    ["format: binary", { type: "string", format: "binary" }, "file: Blob;"],
    ["a list of files", { type: "array", items: { type: "string", format: "binary" } }, "file: Blob[];"],
    ["contentMediaType", { type: "string", contentMediaType: "application/pdf" }, "file: Blob;"],
    ["a file or null", { type: ["string", "null"], format: "binary" }, "file: Blob | null;"],
  ])("is a Blob: %s", async (_what, schema, property) => {
    expect(await schemaOf(upload(schema))).toContain(property);
  });

  test.each<[string, JsonObject]>([
    ["base64 in JSON", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }],
    ["format: byte", { type: "string", format: "byte" }],
    ["text", { type: "string", contentMediaType: "text/plain" }],
  ])("that travels as text is a string: %s", async (_what, schema) => {
    expect(await schemaOf(upload(schema))).toContain("file: string;");
  });

  test("in a response is a Blob, and the table says how to read it", async () => {
    const files = await generate(upload({ type: "string", format: "binary" }));
    expect(files.get("src/resources.ts")).toContain("ApiCall<FilesCreateResponse>");
    expect(files.get("src/schema.ts")).toContain("export type FilesCreateResponse = Blob;");
    expect(files.get("src/operations.ts")).toMatch(/body: "multipart",\s+response: "blob"/);
    expect(compile(sourcesOf(files))).toEqual([]);
  });
});

describe("null", () => {
  test.each<[string, string, JsonObject, string]>([
    ["3.0", "3.0.3", { type: "string", nullable: true }, "a?: string | null;"],
    ["3.1", "3.1.0", { type: ["string", "null"] }, "a?: string | null;"],
    [
      "3.1 by oneOf",
      "3.1.0",
      { oneOf: [{ $ref: "#/components/schemas/Other" }, { type: "null" }] },
      "a?: Other | null;",
    ],
    ["3.0 by allOf", "3.0.3", { allOf: [{ $ref: "#/components/schemas/Other" }], nullable: true }, "a?: Other | null;"],
    ["a list of nulls", "3.1.0", { type: "array", items: { type: ["integer", "null"] } }, "a?: (number | null)[];"],
  ])("is part of the type: %s", async (_what, openapi, schema, property) => {
    expect(await declarationOf({ type: "object", properties: { a: schema } }, openapi)).toContain(property);
  });

  test("is not what a default stands for: a request may still leave the property out", async () => {
    expect(await declarationOf({ type: "object", properties: { a: { type: "string", default: "x" } } })).toContain(
      "a?: string;",
    );
  });
});

describe("documentation", () => {
  test("has text, limits, default, example and deprecation, in this order", async () => {
    const a = {
      type: "integer",
      description: "How many",
      minimum: 1,
      maximum: 200,
      default: 25,
      example: 50,
      deprecated: true,
    };
    expect(await declarationOf({ type: "object", properties: { a } })).toContain(
      "  /**\n   * How many. Value: 1 to 200.\n   * @default 25\n   * @example 50\n   * @deprecated\n   */\n  a?: number;",
    );
  });

  test("keeps lists and code blocks, and puts limits below them", async () => {
    const description = "One of:\n\n* **one**\n  * two\n\n```\n  indented\n```";
    const declaration = await declarationOf({ type: "string", description, minLength: 1 });
    expect(declaration).toBe(
      "/**\n * One of:\n *\n * * **one**\n *   * two\n *\n * ```\n *   indented\n * ```\n *\n * Length: at least 1.\n */\nexport type Thing = string;",
    );
  });

  test("appears only once, at the schema; paths and operations refer to the schema", async () => {
    const schema = await schemaOf(documentOf({ Thing: { type: "object", description: "Very telling." } }));
    expect(schema.match(/Very telling/g)).toHaveLength(1);
    expect(schema.slice(schema.indexOf("export interface paths"))).not.toContain("/**");
  });

  test("does not show ids as examples, since they explain nothing", async () => {
    const a = { type: "string", example: "0c4b8a1e-6f0d-4f43-9a53-3f6f3f6f0001" };
    expect(await declarationOf({ type: "object", properties: { a } })).not.toContain("@example");
  });
});

test("a path has its methods and shared parameters, and does not list the absent ones", async () => {
  const item = {
    parameters: [{ name: "trace", in: "header", schema: { type: "string" } }],
    get: { operationId: "thing_list", tags: ["things"], responses: { "204": { description: "Done." } } },
  };
  const schema = await schemaOf(smallDocument({ "/thing": item, "/none": {} }));
  const paths = /export interface paths \{[\s\S]*?\n\}/.exec(schema)?.[0] ?? "";
  expect(paths).toContain("trace?: string;");
  expect(paths).toContain('    get: operations["thing_list"];\n  };\n  "/none": {};\n}');
  expect(paths).not.toMatch(/(put|post|delete|patch)\?/);
});

test("shared parameters are written out where they are used, and dropped where nothing refers to them", async () => {
  const page = { name: "page", in: "query", description: "Page to return.", schema: { type: "integer" } };
  const operation = {
    operationId: "thing_list",
    tags: ["things"],
    parameters: [{ $ref: "#/components/parameters/Page" }],
  };
  const responses = { "204": { description: "Done." } };
  const schema = await schemaOf(
    smallDocument({ "/thing": { get: { ...operation, responses } } }, { parameters: { Page: page } }),
  );
  expect(schema).toContain("  /** Page to return. */\n  page?: number | undefined;");
  expect(schema).toContain("  parameters: never;");
});
