import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { asObject, type Json, type JsonObject, objectAt, pointerTo, readApi } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkDocument } from "../src/codegen/check/check-document.ts";
import { declaredNames } from "../src/codegen/emit/declared-names.ts";
import type { PackageFiles } from "../src/codegen/generate-package.ts";
import { deriveCallNames, deriveOperationId } from "../src/codegen/names/derive-call-name.ts";
import { emitTsconfig } from "../src/codegen/package/emit-tsconfig.ts";
import { problemLine } from "../src/codegen/problem.ts";
import { normaliseUpstream } from "../src/specs/overlay/normalise-upstream.ts";
import { compile } from "./support/compile.ts";
import { generate, sourcesOf } from "./support/generate.ts";
import { ROOT } from "./support/temporary-repository.ts";

/** A real document of another API, as a package of the npm registry brings it. */
interface Foreign {
  readonly file: string;
  readonly openapi: string;
  readonly operations: number;
  /** Problems that the checks find before an overlay corrects them. */
  readonly problems: number;
  readonly firstProblem?: string;
  /** Code that uses the package, and the error for one that uses it wrongly. */
  readonly use: string;
  readonly misuse: string;
  readonly error: string;
}

const EXAMPLES = "@readme/oas-examples";

const DOCUMENTS: Readonly<Record<string, Foreign>> = {
  GitHub: {
    file: "@octokit/openapi/generated/api.github.com.json",
    openapi: "3.0.3",
    operations: 1223,
    problems: 1,
    firstProblem:
      "repos/upload-release-asset: it has its own servers; remove them with an overlay: a client sends its key to one server only",
    use: 'import type { ReposGetPath } from "./index.js"; export const path: ReposGetPath = { owner: "a", repo: "b" };',
    misuse: 'import type { ReposGetPath } from "./index.js"; export const path: ReposGetPath = { owner: "a" };',
    error:
      "src/use.ts: TS2741: Property 'repo' is missing in type '{ owner: string; }' but required in type 'ReposGetPath'.",
  },
  STAPI: {
    file: `${EXAMPLES}/3.0/json/star-trek.json`,
    openapi: "3.0.1",
    operations: 120,
    problems: 120,
    firstProblem:
      "#/paths/~1animal/get: GET /animal has no operationId; add one with an overlay, for example `getAnimal`",
    use: 'import type { AnimalFull } from "./index.js"; export const earthly: AnimalFull["earthAnimal"] = true;',
    misuse: 'import type { AnimalFull } from "./index.js"; export const earthly: AnimalFull["earthAnimal"] = "yes";',
    error: "src/use.ts: TS2322: Type '\"yes\"' is not assignable to type 'boolean | undefined'.",
  },
  // Upstream's generator, drf-spectacular, wrote this one.
  authentik: {
    file: "@goauthentik/api/schema.yml",
    openapi: "3.0.3",
    operations: 1193,
    problems: 0,
    use: 'import type { App } from "./index.js"; export const name: App["label"] = "a";',
    misuse: 'import type { App } from "./index.js"; export const name: App["label"] = 1;',
    error: "src/use.ts: TS2322: Type 'number' is not assignable to type 'string'.",
  },
  "USPTO Data Set API": {
    file: `${EXAMPLES}/3.0/json/uspto.json`,
    openapi: "3.0.1",
    operations: 3,
    problems: 0,
    use: 'import { v1_0 } from "./index.js"; export const url: "a" | string = v1_0.baseUrl;',
    misuse: 'import { v1_0 } from "./index.js"; export const version: "v2.0" = v1_0.version;',
    error: `src/use.ts: TS2322: Type '"v1.0"' is not assignable to type '"v2.0"'.`,
  },
  ReadMe: {
    file: `${EXAMPLES}/3.1/json/readme.json`,
    openapi: "3.1.0",
    operations: 54,
    problems: 0,
    use: 'import type { Resources } from "./index.js"; export const names: keyof Resources = "branches";',
    misuse: 'import type { Resources } from "./index.js"; export const names: keyof Resources = "branch";',
    error: `src/use.ts: TS2820: Type '"branch"' is not assignable to type 'keyof Resources'. Did you mean '"branches"'?`,
  },
};

async function readForeign(file: string): Promise<JsonObject> {
  const path = createRequire(import.meta.url).resolve(file);
  // JSON is YAML as well.
  return asObject(parse(await readFile(path, "utf8")), file);
}

/** Makes the changes of an overlay: adds missing operation ids, and removes servers and callbacks of operations. */
function mend(document: JsonObject): JsonObject {
  const operations = new Map(readApi(document).operations.map((operation) => [operation.pointer, operation]));
  const paths = Object.entries(objectAt(document, "paths", "document")).map(([path, item]): [string, Json] => [
    path,
    Object.fromEntries(
      Object.entries(asObject(item, path)).map(([method, value]): [string, Json] => {
        const found = operations.get(pointerTo(pointerTo("#/paths", path), method));
        if (found === undefined) return [method, value];
        const { servers: _servers, callbacks: _callbacks, ...operation } = found.object;
        return [method, { ...operation, operationId: found.id ?? deriveOperationId(found) }];
      }),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

describe.each(Object.entries(DOCUMENTS))("the document of %s", (_api, foreign) => {
  let original: JsonObject;
  let files: PackageFiles;
  let folder: string;

  beforeAll(async () => {
    original = await readForeign(foreign.file);
    const { document } = normaliseUpstream(original, {});
    files = await generate(mend(document));
    folder = await mkdtemp(join(tmpdir(), "foreign-"));
  }, 900_000);
  afterAll(() => rm(folder, { recursive: true }));

  test(`is OpenAPI ${foreign.openapi} with ${foreign.operations} operations, of which the checks refuse ${foreign.problems}`, () => {
    const operations = readApi(original).operations;
    const problems = checkDocument(original, deriveCallNames(operations)).map(problemLine);
    expect(original["openapi"]).toBe(foreign.openapi);
    expect(operations).toHaveLength(foreign.operations);
    expect(problems).toHaveLength(foreign.problems);
    expect(problems[0]).toBe(foreign.firstProblem);
  });

  test("becomes a package that the strict TypeScript 5 of this package compiles", () => {
    expect(compile(sourcesOf(files))).toEqual([]);
  }, 300_000);

  test("becomes a package that the current TypeScript compiles", async () => {
    const { compilerOptions } = asObject(JSON.parse(emitTsconfig()), "tsconfig");
    const options = { ...asObject(compilerOptions, "compilerOptions"), types: [] };
    const base = join(ROOT, "tsconfig.base.json");
    await write("tsconfig.json", JSON.stringify({ extends: base, compilerOptions: options, include: ["src"] }));
    await write("package.json", '{ "type": "module" }');
    for (const [file, text] of sourcesOf(files)) await write(file, text);
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const run = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch((error: unknown) => error);
    expect(run).toMatchObject({ stdout: "" });
    expect(run).not.toBeInstanceOf(Error);
  }, 300_000);

  test("has each of its operations in the table, and a declaration for each of its schemas", () => {
    const table = files.get("src/operations.ts") ?? "";
    expect(table.match(/^ {2}\S+: \{\s+method: /gm)).toHaveLength(foreign.operations);
    const schemas = objectAt(objectAt(original, "components", "document"), "schemas", "components");
    const { types } = declaredNames(files.get("src/schema.ts") ?? "");
    expect(new Set(types).size).toBe(types.length);
    expect(types.length).toBeGreaterThanOrEqual(Object.keys(schemas).length + foreign.operations);
    expect(files.get("src/schema.ts")).not.toContain('components["schemas"]["');
  });

  test("can be used by its types, and not against them", () => {
    const withUse = (code: string) => compile(new Map([...sourcesOf(files), ["src/use.ts", code]]));
    expect(withUse(foreign.use)).toEqual([]);
    const errors = withUse(foreign.misuse);
    expect(errors).toEqual([foreign.error]);
  }, 300_000);

  async function write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
});
