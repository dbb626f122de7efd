import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { asObject, type JsonObject, readApi, rewriteObjects } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createRepositoryFactory,
  INVENTED,
  type RepositoryFactory,
} from "../../test/support/fixture/invented-repository.ts";
import { sourcesOf } from "../../test/support/generate.ts";
import { ROOT, readTree, type TemporaryRepository } from "../../test/support/temporary-repository.ts";
import { unlinted } from "../../test/support/unlinted.ts";
import { generatePackage, type PackageFiles } from "./generate-package.ts";
import { loadVersion } from "./load-version.ts";
import { main } from "./main.ts";
import { parseResources } from "./names/parse-resources.ts";
import { resolveNames } from "./names/resolve-names.ts";
import { assignTypes } from "./types/assign-types.ts";
import { parseTypes } from "./types/parse-types.ts";

const execute = promisify(execFile);
const SILENT = { log: () => undefined, error: () => undefined };

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

async function generateVersion(version: string, rewrite = (document: JsonObject) => document): Promise<PackageFiles> {
  const { root } = repository;
  const resources = parseResources(await readFile(join(root, "specs/resources.yaml"), "utf8"));
  const loaded = await loadVersion(root, version);
  const api = readApi(loaded.document);
  const { names } = resolveNames(api, resources.operations);
  const types = assignTypes({ document: loaded.document, api, names }, parseTypes(resources));
  return generatePackage({ ...loaded, document: rewrite(loaded.document), names, types, docs: resources.docs });
}

describe.each(INVENTED)("%s is generated with the same bytes", (version) => {
  test("by two runs in one process, and they match the files of a command", async () => {
    const [first, second] = await Promise.all([generateVersion(version), generateVersion(version)]);
    expect(second).toEqual(first);
    const written = await readTree(join(repository.root, "packages", `api-${version}`, "src"));
    expect(written).toEqual(new Map([...sourcesOf(first)].map(([file, text]) => [file.slice(4), text])));
  });

  test("in any order of the keys of an operation, a parameter or a schema", async () => {
    const files = await generateVersion(version);
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const shuffled = await generateVersion(version, (document) => shuffleKeys(document, seed));
        expect(shuffled.get("openapi.json")).not.toBe(files.get("openapi.json"));
        expect(sourcesOf(shuffled)).toEqual(sourcesOf(files));
      }),
      { numRuns: 3 },
    );
  });
});

describe("everything is generated with the same bytes", () => {
  test("in another folder", async () => {
    expect(await main(["--check"], repository.root, SILENT, unlinted)).toBe(0);
  });

  test("from names and overlays with the line ends of another system", async () => {
    const files = [...(await repository.read()).keys()].filter((file) => /^specs\/.*\.yaml$/.test(file));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) await rewrite(join(repository.root, file), (text) => text.replaceAll("\n", "\r\n"));
    expect(await main(["--check"], repository.root, SILENT, unlinted)).toBe(0);
  });

  test("from names in another order", async () => {
    await rewrite(join(repository.root, "specs/resources.yaml"), (text) => {
      const [docs = "", operations = ""] = text.split("\noperations:\n");
      return `operations:\n${operations.split("\n").toReversed().join("\n")}\n${docs}\n`;
    });
    expect(await main(["--check"], repository.root, SILENT, unlinted)).toBe(0);
  });

  // A Turkish locale spells i differently, and in Kiribati it is tomorrow.
  const elsewhere = { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati", NODE_NO_WARNINGS: "1" };
  const cli = join(ROOT, "scripts/test/support/fixture/check-generated.ts");
  const otherNode = join(ROOT, "node_modules/node22/bin/node");
  const UP_TO_DATE = { stdout: `${INVENTED.join(", ")}: up to date\n`, stderr: "" };

  test("with another locale, time zone and working directory", async () => {
    const run = await execute(process.execPath, [cli, repository.root], { cwd: tmpdir(), env: elsewhere });
    expect(run).toMatchObject(UP_TO_DATE);
  });

  test("by another version of Node", async () => {
    const { stdout: version } = await execute(otherNode, ["--version"]);
    expect(version).toMatch(/^v22\./);
    expect(process.version).not.toMatch(/^v22\./);
    const run = await execute(otherNode, [cli, repository.root], { cwd: tmpdir(), env: elsewhere });
    expect(run).toMatchObject(UP_TO_DATE);
  });
});

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, "utf8")));
}

/** The document with the keys of every keyword object in another order; names (paths, properties, schemas) keep theirs. */
function shuffleKeys(document: JsonObject, seed: number): JsonObject {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state;
  };
  return asObject(
    rewriteObjects(document, (object) => {
      const entries = Object.entries(object).map((entry) => ({ entry, rank: random() }));
      return Object.fromEntries(entries.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
    }),
    "document",
  );
}
