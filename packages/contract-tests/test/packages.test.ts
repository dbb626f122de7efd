import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { OperationDefinition } from "@nectar-sdk/client";
import { describe, expect, test } from "vitest";
import { VERSIONS } from "../src/apis.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Described {
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

const built = await Promise.all(
  VERSIONS.map(async ({ version, api }) => {
    const root = join(import.meta.dirname, "../../", `api-${version}`);
    const { API_VERSION, SPEC_SHA256, ...named } = await import(`@nectar-sdk/api-${version}`);
    const read = (file: string): string => readFileSync(join(root, file), "utf8");
    const manifest: Readonly<Record<string, unknown>> = JSON.parse(read("package.json"));
    const document: OpenApi = JSON.parse(read("openapi.json"));
    const operations: readonly OperationDefinition[] = Object.values(api.operations);
    const table = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
    return { version, api, root, read, manifest, document, named, exports: { API_VERSION, SPEC_SHA256 }, table };
  }),
);

/** Every operation of the document by method and path. */
function describedIn(document: OpenApi): Map<string, { path: string; method: string; operation: Described }> {
  return new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => /^(get|put|post|delete|options|head|patch|trace)$/.test(method))
        .map(([method, operation]) => [
          `${method.toUpperCase()} ${path}`,
          { path, method: method.toUpperCase(), operation },
        ]),
    ),
  );
}

/** Resolves a reference within the document. */
function resolve<T extends { readonly $ref?: string }>(document: OpenApi, node: T): T {
  const keys = node.$ref?.slice(2).split("/") ?? [];
  let target: unknown = keys.length === 0 ? node : document;
  for (const key of keys) target = (target as Record<string, unknown>)[key];
  return target as T;
}

function findResponse(document: OpenApi, operation: Described): Schema | undefined {
  const [success] = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const schema = success?.[1].content?.["application/json"]?.schema;
  return schema === undefined ? undefined : resolve(document, schema);
}

/** Whether a response is an error with a JSON body. */
function isDocumentedError([status, response]: readonly [string, Media]): boolean {
  return /^([45]|default)/.test(status) && response.content?.["application/json"] !== undefined;
}

describe.each(built)("the package of $version", ({ api, root, read, manifest, document, named, exports, table }) => {
  const { API_VERSION, SPEC_SHA256 } = exports;
  const described = describedIn(document);

  describe("the pins of the package", () => {
    test("it exports its version, the hash of its document, and the version as a named value", () => {
      expect(manifest["name"]).toBe(`@nectar-sdk/api-${API_VERSION}`);
      expect(Object.keys(named)).toEqual([API_VERSION.replaceAll(".", "_")]);
      expect(Object.values(named)).toEqual([api]);
      expect(API_VERSION).toMatch(/^v\d+\.\d+$/);
      expect(api).toMatchObject({ version: API_VERSION, sha256: SPEC_SHA256, baseUrl: document.servers[0]?.url });
    });

    test("the hash equals that of the document in specs", () => {
      const bytes = readFileSync(join(root, "../../specs", API_VERSION, "openapi.json"));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(SPEC_SHA256);
    });

    test("it has no dependencies at run time", () => {
      for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundledDependencies"]) {
        expect(manifest).not.toHaveProperty(kind);
      }
      expect(manifest).toMatchObject({ sideEffects: false });
    });

    test("importing it has no side effects", async () => {
      const script = `
        const before = Reflect.ownKeys(globalThis).length;
        await import(${JSON.stringify(pathToFileURL(join(root, "dist/esm/index.js")).href)});
        console.log(JSON.stringify([Reflect.ownKeys(globalThis).length - before, process.getActiveResourcesInfo()]));`;
      const run = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
      const [globals, resources]: [number, string[]] = JSON.parse(run.stdout);
      expect(globals).toBe(0);
      // The script may have only its standard output open.
      expect(resources.filter((resource) => !/^(Pipe|TTY|FSReq|CloseReq)/.test(resource))).toEqual([]);
      expect(run.stderr).toBe("");
    });
  });

  describe("the operation table", () => {
    test("it has exactly the operations of the document", () => {
      expect(described.size).toBeGreaterThan(0);
      expect([...table.keys()].sort()).toEqual([...described.keys()].sort());
    });

    test.each([...described])("%s is called according to the document", (key, { method, operation }) => {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve(document, parameter));
      const [mediaType] = Object.keys(operation.requestBody?.content ?? {});
      const kinds: Record<string, string> = { "application/json": "json", "multipart/form-data": "multipart" };
      expect(table.get(key)?.query === true).toBe(parameters.some((parameter) => parameter.in === "query"));
      expect(table.get(key)?.body).toBe(mediaType === undefined ? undefined : kinds[mediaType]);
      expect(table.get(key)?.response === "none").toBe(findResponse(document, operation) === undefined);
      const isIdempotent = operation["x-idempotent"] === true || ["DELETE", "PUT"].includes(method);
      const retry = isIdempotent ? "idempotent" : method === "GET" ? "read" : "unsafe";
      expect(table.get(key)?.retry).toBe(retry);
    });

    test.each([...described])("%s has page keys if and only if its response is a page with them", (key, found) => {
      const properties = findResponse(document, found.operation)?.properties ?? {};
      const isPage = ["currentPage", "hasNext", "totalPages"].every((key) => Object.hasOwn(properties, key));
      const page = table.get(key)?.page;
      expect(page !== undefined).toBe(isPage);
      if (page === undefined) return;
      expect(properties[page.items]).toMatchObject({ type: "array" });
      expect(properties[page.total]).toMatchObject({ type: "integer" });
    });

    test("it lists every operation under its resource method", () => {
      const names = [...table.values()].map(({ resource, name }) => `${resource}.${name}`);
      expect(Object.keys(api.operations)).toEqual(names);
    });
  });

  describe("the types", () => {
    const exportedFrom = (file: string): Set<string> =>
      new Set(read(`dist/esm/${file}.d.ts`).match(/\b[A-Za-z]\w+\b/g));

    test("every component schema is exported from /schema by its name in the document", () => {
      const upstream = exportedFrom("upstream");
      expect(manifest["exports"]).toHaveProperty(["./schema", "import", "types"], "./dist/esm/upstream.d.ts");
      expect(Object.keys(document.components.schemas).filter((schema) => !upstream.has(schema))).toEqual([]);
    });

    test("the response, documented errors, parameters and body of every operation are exported by its name", () => {
      const index = exportedFrom("index");
      const missing = [...described].flatMap(([key, { path, operation }]) => {
        const { resource = "", name = "", query } = table.get(key) ?? {};
        const prefix = [resource, name].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
        const kinds = ["Response"];
        if (Object.entries(operation.responses).some(isDocumentedError)) kinds.push("Errors");
        if (path.includes("{")) kinds.push("Path");
        if (query === true) kinds.push("Query");
        if (operation.requestBody !== undefined) kinds.push("Body");
        return kinds.map((kind) => `${prefix}${kind}`).filter((type) => !index.has(type));
      });
      expect(missing).toEqual([]);
    });

    test("no type refers to a module outside the package", () => {
      const files = readdirSync(join(root, "dist/esm")).filter((file) => file.endsWith(".d.ts"));
      const imported = files.flatMap((file) =>
        [...read(`dist/esm/${file}`).matchAll(/ from "([^"]+)"/g)].map(([, from]) => from),
      );
      expect(imported.length).toBeGreaterThan(0);
      expect(imported.filter((from) => !files.some((file) => from === `./${file.replace(".d.ts", ".js")}`))).toEqual(
        [],
      );
    });
  });
});
