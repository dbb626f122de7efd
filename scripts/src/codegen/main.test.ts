import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, objectAt } from "@nectar-sdk/openapi/document";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FIXTURE } from "../../test/support/fixture/generate-fixture.ts";
import {
  createRepositoryFactory,
  INVENTED,
  type RepositoryFactory,
} from "../../test/support/fixture/invented-repository.ts";
import { ROOT, type TemporaryRepository, temporaryRepository } from "../../test/support/temporary-repository.ts";
import { unlinted } from "../../test/support/unlinted.ts";
import { sha256Of } from "../shared/sha256.ts";
import { packageName } from "../shared/version-names.ts";
import { VERSIONS } from "../shared/versions.ts";
import type { Lint } from "./check-specs.ts";
import { main } from "./main.ts";
import { formatCallName } from "./names/call-name.ts";
import { parseResources } from "./names/parse-resources.ts";

/** The operation ids of the documents by resource method. */
const IDS = new Map(
  parseResources(await readFile(join(ROOT, FIXTURE, "specs/resources.yaml"), "utf8")).operations.map(
    ({ name, id = "" }) => [formatCallName(name), id] as const,
  ),
);

const UP_TO_DATE = `${INVENTED.join(", ")}: up to date`;

let factory: RepositoryFactory;
let repository: TemporaryRepository;

beforeAll(async () => {
  factory = await createRepositoryFactory();
});
afterAll(() => factory[Symbol.asyncDispose]());
beforeEach(async () => {
  repository = await factory.create();
});
afterEach(() => repository[Symbol.asyncDispose]());

interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function run(...args: string[]): Promise<Run> {
  return runLinted(args, unlinted);
}

async function runLinted(args: readonly string[], lint: Lint): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(
    args,
    repository.root,
    { log: (line) => out.push(line), error: (line) => err.push(line) },
    lint,
  );
  return { code, out, err };
}

const at = (...path: string[]): string => join(repository.root, ...path);

function overlay(target: string, update: string, more = ""): string {
  const action = `{ target: "${target}", update: { ${update} } }`;
  return `overlay: 1.0.0\ninfo: { title: test, version: 1.0.0 }\n${more}actions: [${action}]\n`;
}

/** Updates the lock for a document that a test has changed. */
async function relock(version: string): Promise<void> {
  const lock = asObject(JSON.parse(await readFile(at("specs/specs.lock.json"), "utf8")), "lock");
  const sha256 = sha256Of(await readFile(at(`specs/${version}/openapi.json`)));
  const entry = { ...objectAt(lock, version, "lock"), sha256 };
  await writeFile(at("specs/specs.lock.json"), JSON.stringify({ ...lock, [version]: entry }));
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(at(file), change(await readFile(at(file), "utf8")));
}

/** Runs the generator and expects that no file has changed. */
async function runWithoutEffect(...args: string[]): Promise<Run> {
  const before = await repository.read();
  const result = await run(...args);
  expect(await repository.read()).toEqual(before);
  return result;
}

test("codegen --list names the files that are generated as a whole, and writes nothing", async () => {
  await rm(at("packages/api-v0.3/src/operations.ts"));

  const { code, out } = await runWithoutEffect("--list", "--version", "v0.3");

  expect(code).toBe(0);
  expect(out).toContain("packages/api-v0.3/src/operations.ts");
  expect(out).toContain("packages/api-v0.3/package.json");
  expect(out.filter((file) => !file.startsWith("packages/api-v0.3/"))).toEqual([]);
});

describe("codegen --check", () => {
  test("succeeds when every file is up to date", async () => {
    expect(await runWithoutEffect("--check")).toEqual({ code: 0, out: [UP_TO_DATE], err: [] });
  });

  test("exits with 1 and lists what is stale, missing and left over, and writes nothing", async () => {
    await appendFile(at("packages/api-v0.1/src/schema.ts"), "// by hand\n");
    await rm(at("packages/api-v0.2/openapi.json"));
    await mkdir(at("packages/api-v0.3/src/old"));
    await writeFile(at("packages/api-v0.3/src/old/extra.ts"), "export {};\n");
    expect(await runWithoutEffect("--check")).toEqual({
      code: 1,
      out: [],
      err: [
        "packages/api-v0.1/src/schema.ts: different",
        "packages/api-v0.2/openapi.json: missing",
        "packages/api-v0.3/src/old/extra.ts: left over",
        "codegen: not up to date; run `pnpm codegen` and commit the result",
      ],
    });
  });

  test("covers the lists of versions in other packages", async () => {
    await repository[Symbol.asyncDispose]();
    // The lists leave out the invented API.
    repository = await temporaryRepository();
    const [oldest, ...newer] = VERSIONS.map(packageName);
    const dependencies = Object.fromEntries([oldest, ...newer.slice(0, -1)].map((name) => [name, "workspace:*"]));
    await mkdir(at("packages/versions"), { recursive: true });
    await writeFile(at("packages/versions/package.json"), JSON.stringify({ dependencies }));
    const files = ["packages/versions/package.json", "packages/versions/src/index.ts"];
    expect((await runWithoutEffect("--check")).err.slice(0, 2)).toEqual([
      `${files[0]}: different`,
      `${files[1]}: missing`,
    ]);
    expect((await run()).out).toEqual(files.map((file) => `wrote ${file}`));
    const { dependencies: listed } = JSON.parse(await readFile(at("packages/versions/package.json"), "utf8"));
    expect(Object.keys(listed)).toEqual([oldest, ...newer]);
    expect((await run("--check")).code).toBe(0);
  });

  test("covers the payloads that the webhooks package takes from the newest version", async () => {
    await mkdir(at("packages/webhooks"), { recursive: true });
    const file = "packages/webhooks/src/generated/payloads.ts";
    expect((await runWithoutEffect("--check")).err).toContain(`${file}: missing`);
    expect((await run()).out).toEqual([`wrote ${file}`, "wrote packages/webhooks/src/generated/examples.ts"]);
    expect((await run("--check")).code).toBe(0);
    await appendFile(at(file), "// by hand\n");
    expect((await runWithoutEffect("--check")).err).toContain(`${file}: different`);
  });

  test("checks only the version that --version names", async () => {
    await rm(at("packages/api-v0.2/openapi.json"));
    expect((await run("--check", "--version", "v0.1")).code).toBe(0);
    expect((await run("--check", "--version=0.2")).code).toBe(1);
  });

  test("notices a change of the document, of an overlay and of a name", async () => {
    await rewrite("specs/v0.1/openapi.json", (text) => text.replace('"summary": "', '"summary": "New: '));
    await relock("v0.1");
    expect((await run("--check", "--version", "v0.1")).err).toContain("packages/api-v0.1/src/version.ts: different");
    await rewrite("specs/resources.yaml", (text) => text.replaceAll("ping.retrieve", "ping.check"));
    expect((await run("--check", "--version", "v0.2")).err).toEqual(
      expect.arrayContaining([
        "packages/api-v0.2/src/operations.ts: different",
        "packages/api-v0.2/src/schema.ts: different",
      ]),
    );
    await writeFile(at("specs/overlays/99-test.yaml"), overlay("$.info", "description: Other."));
    expect((await run("--check", "--version", "v0.3")).err).toContain("packages/api-v0.3/openapi.json: different");
  });
});

describe("codegen", () => {
  test("updates every file, and reports what it changed", async () => {
    const before = await repository.read();
    await appendFile(at("packages/api-v0.1/src/schema.ts"), "// by hand\n");
    await rm(at("packages/api-v0.2/src"), { recursive: true });
    await writeFile(at("packages/api-v0.3/src/extra.ts"), "");
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out).toEqual([
      "wrote packages/api-v0.1/src/schema.ts",
      ...["contract", "index", "operations", "resources", "schema", "type-maps", "upstream", "version"].map(
        (file) => `wrote packages/api-v0.2/src/${file}.ts`,
      ),
      "removed packages/api-v0.3/src/extra.ts",
    ]);
    expect(await repository.read()).toEqual(before);
  });

  test("does nothing the second time", async () => {
    expect(await runWithoutEffect()).toEqual({ code: 0, out: [UP_TO_DATE], err: [] });
  });

  test("creates a missing package", async () => {
    const before = await repository.read();
    await rm(at("packages/api-v0.3"), { recursive: true });
    expect((await run("--version", "v0.3")).code).toBe(0);
    const after = await repository.read();
    expect(after.get("packages/api-v0.3/src/schema.ts")).toBe(before.get("packages/api-v0.3/src/schema.ts"));
    expect(JSON.parse(after.get("packages/api-v0.3/package.json") ?? "")).toMatchObject({ version: "0.1.0" });
  });

  test("keeps what others write into a package.json", async () => {
    await rewrite("packages/api-v0.3/package.json", (text) =>
      text.replace('"version": "0.1.0"', '"version": "3.1.4"').replace('"MIT"', '"other"'),
    );
    await run();
    const manifest = await readFile(at("packages/api-v0.3/package.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ version: "3.1.4", license: "MIT" });
  });
});

describe("an operation keeps its name, with a note,", () => {
  test("if its id has changed", async () => {
    await writeFile(at("specs/overlays/99-test.yaml"), overlay("$.paths['/ping'].get", "operationId: ping_read"));
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out[0]).toMatch(
      /^note: v0\.1, v0\.2, v0\.3 specs\/resources\.yaml:\d+: the id of ping\.retrieve has changed from (\S+) to ping_read; its path GET \/ping decides$/,
    );
    expect(await readFile(at("packages/api-v0.3/src/operations.ts"), "utf8")).toContain('"ping.retrieve": {');
    expect(await readFile(at("packages/api-v0.3/src/type-maps.ts"), "utf8")).toContain('operations["ping_read"]');
    expect(await readFile(at("packages/api-v0.3/src/resources.ts"), "utf8")).toContain("operation `ping_read`.");
  });

  test("if its path has changed", async () => {
    await rewrite("specs/resources.yaml", (text) => text.replace("GET /ping:", "GET /check:"));
    const { code, out } = await run();
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        expect.stringMatching(
          /^note: v0\.1, v0\.2, v0\.3 specs\/resources\.yaml:\d+: ping\.retrieve has moved from GET \/check to GET \/ping; its id \S+ decides$/,
        ),
        UP_TO_DATE,
      ],
    });
  });
});

describe("the generator stops before it writes anything, given", () => {
  test("an operation without a name, with the line to add", async () => {
    await rewrite("specs/resources.yaml", (text) => text.replace(/\n {2}GET \/ping: .*/, ""));
    const id = IDS.get("ping.retrieve");
    const line = `${id}: GET /ping has no name; add this line to \`operations\` in specs/resources.yaml: \`GET /ping: { name: ping.retrieve, id: ${id} }\``;
    expect(await runWithoutEffect()).toEqual({
      code: 1,
      out: [],
      err: INVENTED.map((version) => `codegen: ${version} ${line}`),
    });
  });

  test("an operation of one version that has no name", async () => {
    const extra = "paths: { /pong: { get: { operationId: pong, responses: { '204': { description: Done. } } } } }";
    await writeFile(at("specs/overlays/99-test.yaml"), overlay("$", extra, "x-applies-to: [v0.2]\n"));
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err).toEqual([
      "codegen: v0.2 pong: GET /pong has no name; add this line to `operations` in specs/resources.yaml: `GET /pong: { name: pong.retrieve, id: pong }`",
    ]);
  });

  test("a public type that no version has, with its line", async () => {
    const line = "types:\n  Owner: response of sites.retrieve at owner\n";
    await rewrite("specs/resources.yaml", (text) => text.replace("types:\n", line));
    const { code, err } = await runWithoutEffect();
    expect({ code, err }).toEqual({
      code: 1,
      err: [
        expect.stringMatching(
          /^codegen: specs\/resources\.yaml:\d+: no version has Owner, response of sites\.retrieve at owner: "owner" does not exist; correct the place or remove the line$/,
        ),
      ],
    });
  });

  test("a path and an id that point at different operations", async () => {
    const swap = (path: string, id: string) => `{ target: "$.paths['${path}'].get", update: { operationId: ${id} } }`;
    const id = IDS.get("companies.retrieve") ?? "";
    const actions = [swap("/company", id), swap("/company/{company_id}", "company_read")];
    await writeFile(
      at("specs/overlays/99-test.yaml"),
      `overlay: 1.0.0\ninfo: { title: test, version: 1.0.0 }\nx-applies-to: [v0.3]\nactions: [${actions.join(", ")}]\n`,
    );
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err[0]).toContain(
      `GET /company/{company_id} by its path, but GET /company by its id ${id}; correct the path, or change the id to company_read if the path is right`,
    );
    expect(err).toEqual([expect.stringMatching(/^codegen: v0\.3 specs\/resources\.yaml:\d+: companies\.retrieve is /)]);
  });

  test("a name without an operation in any version", async () => {
    await appendFile(at("specs/resources.yaml"), "  GET /ping/again: ping.again\n");
    expect(await runWithoutEffect()).toEqual({
      code: 1,
      out: [],
      err: [
        expect.stringMatching(
          /^codegen: specs\/resources\.yaml:\d+: no version has the operation GET \/ping\/again, which is named ping\.again; remove the line$/,
        ),
      ],
    });
    expect((await run("--check", "--version", "v0.1")).code).toBe(0);
  });

  test("a name that two operations share", async () => {
    await appendFile(at("specs/resources.yaml"), "  GET /ping/again: ping.retrieve\n");
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(
        /^codegen: specs\/resources\.yaml:\d+: ping\.retrieve is already the name of GET \/ping; choose another one for GET \/ping\/again$/,
      ),
    ]);
  });

  test("a document that is not valid JSON", async () => {
    await rewrite("specs/v0.2/openapi.json", (text) => text.replace('"info":', '"info"'));
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(
        /^codegen: v0\.2\/openapi\.json is not valid JSON; restore it from version control \(.*position \d+/,
      ),
    ]);
  });

  test("a package.json that is not valid JSON", async () => {
    await writeFile(at("packages/api-v0.2/package.json"), "{");
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(
        /^codegen: packages\/api-v0\.2\/package\.json is not valid JSON; restore it from version control/,
      ),
    ]);
  });

  test("a document whose hash differs from the lock", async () => {
    await rewrite("specs/v0.2/openapi.json", (text) => `${text}\n`);
    expect(await runWithoutEffect()).toEqual({
      code: 1,
      out: [],
      err: [
        "codegen: v0.2: openapi.json is not the document of specs.lock.json; run `pnpm specs:pull` or `pnpm specs:build` again",
      ],
    });
  });

  test("an error of the linter", async () => {
    const finding = { at: "#/info", message: "error some-rule: Wrong.", fix: "correct it", severity: "error" } as const;
    const lint: Lint = async (file) => (file.includes("v0.2") ? [finding] : []);
    expect(await runLinted([], lint)).toEqual({
      code: 1,
      out: [],
      err: ["codegen: v0.2 #/info: error some-rule: Wrong.; correct it"],
    });
  });

  test("a reference that leaves its document, before the linter reads any document", async () => {
    await rewrite("specs/v0.2/openapi.json", (text) =>
      text.replace('"info": {', '"x-a": { "$ref": "http://127.0.0.1/" }, "info": {'),
    );
    const linted: string[] = [];
    const lint: Lint = async (file) => {
      linted.push(file);
      return [];
    };
    const { code, err } = await runLinted([], lint);
    expect({ code, err, linted }).toEqual({
      code: 1,
      err: ['codegen: v0.2 #/x-a: refers to "http://127.0.0.1/" outside the document; bundle the document first'],
      linted: [],
    });
  });

  test("a missing document", async () => {
    await rm(at("specs/v0.2/openapi.json"));
    const { code, err } = await runWithoutEffect();
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringContaining("v0.2/openapi.json")]);
  });
});

describe("the command line", () => {
  test.each([
    [["--version", "v9.9"], `codegen: --version v9.9: expected one of: ${INVENTED.join(", ")}`],
    [["--chekc"], "codegen: Unknown option '--chekc'"],
    [["v0.1"], "codegen: Unexpected argument 'v0.1'"],
  ])("%j is invalid: exit code 2, and nothing is written", async (args, message) => {
    const { code, out, err } = await runWithoutEffect(...args);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err[0]).toContain(message);
  });

  test("explains itself", async () => {
    const { code, out } = await runWithoutEffect("--help");
    expect(code).toBe(0);
    expect(out.join()).toContain("--check");
  });
});
