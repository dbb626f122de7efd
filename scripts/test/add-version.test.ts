import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageFolder } from "../src/shared/version-names.ts";
import { main } from "../src/specs/add-version/main.ts";
import { createRepositoryFactory, INVENTED, type RepositoryFactory } from "./support/fixture/invented-repository.ts";
import { ADDED, nextDocument, toNextVersion } from "./support/next-version.ts";
import type { TemporaryRepository } from "./support/temporary-repository.ts";
import { unlinted } from "./support/unlinted.ts";

const NEWEST = INVENTED.at(-1) ?? "";
const NEXT_VERSION = toNextVersion(NEWEST);

const LOCKFILE = `lockfileVersion: '9.0'

importers:

  packages/api-${NEWEST}:
    devDependencies:
      typescript:
        specifier: 'catalog:'
        version: 7.0.2

packages:
`;

/** A path whose parameter no operation declares. */
const UNDECLARED: JsonObject = {
  "/thing/{id}": { get: { operationId: "thing_read", responses: { "204": { description: "Done." } } } },
};

let factory: RepositoryFactory;
let repository: TemporaryRepository;

beforeAll(async () => {
  factory = await createRepositoryFactory();
});
afterAll(() => factory[Symbol.asyncDispose]());

beforeEach(async () => {
  repository = await factory.create();
  await writeFile(join(repository.root, packageFolder(NEWEST), "LICENSE"), "MIT License\n");
  await writeFile(join(repository.root, "pnpm-lock.yaml"), LOCKFILE);
});
afterEach(() => repository[Symbol.asyncDispose]());

async function run(...args: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  return { code: await main(args, repository.root, { log: print, error: print }, unlinted), lines };
}

async function write(document: JsonObject): Promise<string> {
  const file = join(repository.root, "next.json");
  await writeFile(file, JSON.stringify(document));
  return file;
}

const readNext = () => nextDocument(join(repository.root, "specs"), NEWEST);

describe("a version that cannot be added is refused in one line, and nothing is written:", () => {
  const refused = async (args: string[], message: string): Promise<void> => {
    const before = await repository.read();

    const { code, lines } = await run(...args);

    expect({ code, lines }).toEqual({ code: 2, lines: [expect.stringContaining(`specs:add-version: `)] });
    expect(lines[0]).toContain(message);
    expect(await repository.read()).toEqual(before);
  };

  test.each([
    ["no version", [], "expected one version, for example v2.3"],
    ["two versions", ["v8.0", "v9.0"], "expected one version, for example v2.3"],
    ["not a version", ["next", "--from", "x.json"], "next is not a version: expected one like v2.3"],
    ["a known version", [NEWEST, "--from", "x.json"], `pnpm specs:pull --version ${NEWEST}`],
    ["no document", [NEXT_VERSION], "name the OpenAPI document: --from <file>"],
    ["a URL", [NEXT_VERSION, "--from", "https://api.example/x.json"], "download the document and name the file"],
    ["a file that does not exist", [NEXT_VERSION, "--from", "missing.json"], "missing.json: no such file"],
    ["an unknown option", [NEXT_VERSION, "--form", "x.json"], "Unknown option '--form'"],
  ])("%s", async (_, args, message) => {
    await refused(args, message);
  });

  test.each<[string, (document: JsonObject) => JsonObject, string]>([
    ["a document of another kind", () => ({ swagger: "2.0" }), "provide an OpenAPI 3.0 or 3.1 document"],
    ["a document without a base URL", (document) => ({ ...document, servers: [] }), "servers[0].url"],
    [
      "a document that the generator refuses",
      ({ paths, ...document }) => ({ ...document, paths: { ...Object(paths), ...UNDECLARED } }),
      "thing_read: ",
    ],
  ])("%s", async (_, change, message) => {
    await refused([NEXT_VERSION, "--from", await write(change(await readNext()))], message);
  });
});

test("a version is added with its entry, document, lock, package, names, examples, changeset and lockfile entry", async () => {
  const from = await write(await readNext());

  const { code, lines } = await run(NEXT_VERSION, "--from", from);

  expect({ code, lines }).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/^v[\d.]+: \d+ files written; run `pnpm install`$/),
      "Left to you:",
      "  specs/versions.yaml: check that Nectar publishes the document as next.json",
      // A method, its two types, and four types that the invented API leaves without a name.
      "  specs/resources.yaml: check 7 derived names",
      expect.stringMatching(/^ {2}specs\/overlays\/90-v[\d.]+\.yaml: replace \d+ generated examples$/),
    ],
  });
  const at = (file: string) => readFile(join(repository.root, file), "utf8");
  expect(await at("specs/versions.yaml")).toContain(`  - version: ${NEXT_VERSION}\n`);
  expect(JSON.parse(await at("specs/specs.lock.json"))[NEXT_VERSION]).toMatchObject({
    source: from,
    origin: "upstream",
  });
  expect(await at("specs/resources.yaml")).toContain(
    `GET /budget/company/{}: { name: ${ADDED}, id: budget_company_list }`,
  );
  expect(await at("specs/resources.yaml")).toContain(`  Budget: item of ${ADDED}\n  BudgetPage: page of ${ADDED}\n`);
  expect(await at(`specs/overlays/90-${NEXT_VERSION}.yaml`)).toContain("x-generated: true");
  expect(await at(`${packageFolder(NEXT_VERSION)}/LICENSE`)).toContain("MIT");
  expect(await at(`${packageFolder(NEXT_VERSION)}/README.md`)).toContain(`@nectar-sdk/api-${NEXT_VERSION}`);
  expect(await at(`.changeset/api-${NEXT_VERSION}.md`)).toContain(`"@nectar-sdk/api-${NEXT_VERSION}": minor`);
  expect(await at("pnpm-lock.yaml")).toBe(
    LOCKFILE.replace(
      "\npackages:",
      `\n${LOCKFILE.slice(LOCKFILE.indexOf("  packages/"), LOCKFILE.indexOf("packages:\n"))}packages:`,
    ).replace(new RegExp(`(api-${NEWEST}:[^]*?)api-${NEWEST}`), `$1api-${NEXT_VERSION}`),
  );
});
