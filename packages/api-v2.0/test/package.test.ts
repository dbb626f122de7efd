// Generated from specs/v2.0/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import type { Document, DocumentPage, DocumentsListByCompanyQuery, paths } from "../dist/index.js";
import * as api from "../dist/index.js";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Described {
  readonly operationId: string;
  readonly "x-idempotent"?: boolean;
  readonly parameters?: readonly (Schema & { readonly in?: string })[];
  readonly requestBody?: Media;
  readonly responses: Readonly<Record<string, Media>>;
}

interface OpenApi {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifest: Record<string, unknown> & { name: string } = JSON.parse(read("package.json"));
const document: OpenApi = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve(`${manifest.name}/openapi.json`), "utf8"),
);

const { API_VERSION, SPEC_SHA256, ...named } = api;
const [version] = Object.values(named);
if (version === undefined) throw new Error("the package exports no version");
const table = new Map(Object.entries(version.operations));

/** Every operation of the document by its id. */
const described = new Map(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => /^(get|put|post|delete|options|head|patch|trace)$/.test(method))
      .map(([method, operation]) => [operation.operationId, { path, method: method.toUpperCase(), operation }]),
  ),
);

/** What a reference within the document stands for. */
function resolve<T extends { readonly $ref?: string }>(node: T): T {
  const keys = node.$ref?.slice(2).split("/") ?? [];
  let target: unknown = keys.length === 0 ? node : document;
  for (const key of keys) target = (target as Record<string, unknown>)[key];
  return target as T;
}

function answerOf(operation: Described): Schema | undefined {
  const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const schema = success?.[1].content?.["application/json"]?.schema;
  return schema === undefined ? undefined : resolve(schema);
}

describe("what pins the package", () => {
  test("it exports its version, the sum of its document, and the version as a value under its own name", () => {
    expect(manifest.name).toBe(`@nectar-sdk/api-${API_VERSION}`);
    expect(Object.keys(named)).toEqual([API_VERSION.replaceAll(".", "_")]);
    expect(API_VERSION).toMatch(/^v\d+\.\d+$/);
    expect(version).toMatchObject({ version: API_VERSION, sha256: SPEC_SHA256, baseUrl: document.servers[0]?.url });
  });

  test("the sum is that of the document in specs", () => {
    const bytes = readFileSync(join(root, "../../specs", API_VERSION, "openapi.json"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(SPEC_SHA256);
  });

  test("it depends on nothing at run time", () => {
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundledDependencies"]) {
      expect(manifest).not.toHaveProperty(kind);
    }
    expect(manifest).toMatchObject({ sideEffects: false });
  });

  test("importing it leaves nothing behind", async () => {
    const script = `
      const before = Reflect.ownKeys(globalThis).length;
      await import(${JSON.stringify(pathToFileURL(join(root, "dist/index.js")).href)});
      console.log(JSON.stringify([Reflect.ownKeys(globalThis).length - before, process.getActiveResourcesInfo()]));`;
    const run = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
    const [globals, resources]: [number, string[]] = JSON.parse(run.stdout);
    expect(globals).toBe(0);
    // Its own standard output is the only thing that the script may have open.
    expect(resources.filter((resource) => !/^(Pipe|TTY|FSReq|CloseReq)/.test(resource))).toEqual([]);
    expect(run.stderr).toBe("");
  });
});

describe("the operation table", () => {
  test("it has every operation of the document, and no other", () => {
    expect(described.size).toBeGreaterThan(0);
    expect([...table.keys()].sort()).toEqual([...described.keys()].sort());
  });

  test.each([...described])("%s is called as the document says", (id, { path, method, operation }) => {
    const parameters = (operation.parameters ?? []).map(resolve);
    const [mediaType] = Object.keys(operation.requestBody?.content ?? {});
    const kinds: Record<string, string> = { "application/json": "json", "multipart/form-data": "multipart" };
    expect(table.get(id)).toMatchObject({ path, method });
    expect(table.get(id)?.query === true).toBe(parameters.some((parameter) => parameter.in === "query"));
    expect(table.get(id)?.body).toBe(mediaType === undefined ? undefined : kinds[mediaType]);
    expect(table.get(id)?.response === "none").toBe(answerOf(operation) === undefined);
    const isIdempotent = operation["x-idempotent"] === true || ["DELETE", "PUT"].includes(method);
    const retry = isIdempotent ? "idempotent" : method === "GET" ? "read" : "unsafe";
    expect(table.get(id)?.retry).toBe(retry);
  });

  test.each([...described])("%s has page keys if and only if its answer is a page that has them", (id, found) => {
    const properties = answerOf(found.operation)?.properties ?? {};
    const isPage = ["currentPage", "hasNext", "totalPages"].every((key) => Object.hasOwn(properties, key));
    const page = table.get(id)?.page;
    expect(page !== undefined).toBe(isPage);
    if (page === undefined) return;
    expect(properties[page.items]).toMatchObject({ type: "array" });
    expect(properties[page.total]).toMatchObject({ type: "integer" });
  });

  test("no two operations have one name", () => {
    const names = [...table.values()].map(({ resource, name }) => `${resource}.${name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("the types", () => {
  const index = read("dist/index.d.ts");
  const declarations = read("dist/schema.d.ts");

  test("every component schema is exported under its own name", () => {
    expect(index).toContain('export type * from "./schema.js";');
    const declared = new Set([...declarations.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name));
    expect(Object.keys(document.components.schemas).filter((schema) => !declared.has(schema))).toEqual([]);
  });

  test("every operation's answer, and its parameters and body where it has them, are exported by its name", () => {
    const missing = [...described].flatMap(([id, { path, operation }]) => {
      const { resource = "", name = "", query } = table.get(id) ?? {};
      const prefix = [resource, name].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
      const kinds = ["Response", "Errors"];
      if (path.includes("{")) kinds.push("Path");
      if (query === true) kinds.push("Query");
      if (operation.requestBody !== undefined) kinds.push("Body");
      return kinds
        .map((kind) => `${prefix}${kind}`)
        .filter((type) => !new RegExp(`^export (interface|type) ${type}\\b`, "m").test(declarations));
    });
    expect(missing).toEqual([]);
  });

  test("no type refers to a module that the package does not ship", () => {
    const files = ["index", "contract", "schema", "resources", "type-maps", "operations", "version"];
    const imported = files.flatMap((file) =>
      [...read(`dist/${file}.d.ts`).matchAll(/ from "([^"]+)"/g)].map(([, from]) => from),
    );
    expect(imported.filter((from) => !files.some((file) => from === `./${file}.js`))).toEqual([]);
  });
});

describe("with openapi-fetch", () => {
  const company = "0c4b8a1e-6f0d-4f43-9a53-3f6f3f6f0001";
  const page = { totalDocuments: 0, perPage: 1, totalPages: 1, currentPage: 1, hasNext: false, documents: [] };
  const received: Pick<IncomingMessage, "method" | "url" | "headers">[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers });
    const status = headers["x-api-key"] === "key" ? 200 : 401;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? page : { detail: "no key" }));
  });
  let baseUrl = "";

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    baseUrl = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  });
  afterAll(() => {
    server.close();
  });

  test("paths type the path, its parameters and the answer", async () => {
    const client = createClient<paths>({ baseUrl, headers: { "X-API-KEY": "key" } });
    const query: DocumentsListByCompanyQuery = { dateType: "UPDATED_DATE", startDate: "2026-01-01", page: 1 };
    const { data, error } = await client.GET("/document/company/{company_id}", {
      params: { path: { company_id: company }, query },
    });
    expect(error).toBeUndefined();
    expect(data).toEqual(page);
    expect(received.at(-1)).toMatchObject({
      method: "GET",
      url: `/document/company/${company}?dateType=UPDATED_DATE&startDate=2026-01-01&page=1`,
    });
    // What openapi-fetch answers with can be used wherever the shapes of this package are asked for.
    expectTypeOf<NonNullable<typeof data>>().toExtend<DocumentPage>();
    expectTypeOf<NonNullable<typeof data>["documents"][number]>().toExtend<Document>();
  });

  test("an error is typed by its documented body", async () => {
    const client = createClient<paths>({ baseUrl });
    const { data, error, response } = await client.GET("/document/company/{company_id}", {
      params: { path: { company_id: company } },
    });
    expect(response.status).toBe(401);
    expect(data).toBeUndefined();
    expect(error?.detail).toBe("no key");
  });

  test("what the document does not have does not compile", async () => {
    const client = createClient<paths>({ baseUrl, headers: { "X-API-KEY": "key" } });
    // @ts-expect-error no such path
    await client.GET("/documents");
    // @ts-expect-error no such method of the path
    await client.PUT("/document/company/{company_id}", { params: { path: { company_id: company } } });
    // @ts-expect-error the path parameter is missing
    await client.GET("/document/company/{company_id}", {});
    // @ts-expect-error no such query parameter
    const params: DocumentsListByCompanyQuery = { since: "2026-01-01" };
    expect(params).toBeDefined();
  });
});
