import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main as codegen } from "../src/codegen/main.ts";
import { copyRepository, type RepositoryCopy } from "../src/repo/copy/copy-repository.ts";
import { packageFolder } from "../src/shared/version-names.ts";
import { NEWEST_VERSION } from "../src/shared/versions.ts";
import { main as addVersion } from "../src/specs/add-version/main.ts";
import { ADDED, nextDocument, REMOVED, toNextVersion } from "../test/support/next-version.ts";
import { unlinted } from "../test/support/unlinted.ts";

/** A version that the API does not have goes through everything that a real one would, in a copy of the repository. */

const NEXT_VERSION = toNextVersion(NEWEST_VERSION);
const PACKAGE = packageFolder(NEXT_VERSION);

let copy: RepositoryCopy;
const printed: string[] = [];

beforeAll(async () => {
  copy = await copyRepository();
  const document = join(copy.root, "next.json");
  await writeFile(document, JSON.stringify(await nextDocument(join(copy.root, "specs"), NEWEST_VERSION)));
  const print = (line: string) => void printed.push(line);
  const args = [NEXT_VERSION, "--from", document];
  expect(await addVersion(args, copy.root, { log: print, error: print }, unlinted), printed.join("\n")).toBe(0);
  await copy.install();
});
afterAll(() => copy[Symbol.asyncDispose]());

test("at most three files are left to a person", () => {
  const reviews = printed.slice(printed.indexOf("Left to you:") + 1);
  expect(reviews.length).toBeGreaterThan(0);
  expect(reviews.length).toBeLessThanOrEqual(3);
});

test("the generated packages are up to date, and the new one has its own operations", async () => {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  expect(await codegen(["--check"], copy.root, { log: print, error: print }, unlinted), lines.join("\n")).toBe(0);
  const table = await readFile(join(copy.root, PACKAGE, "src/operations.ts"), "utf8");
  expect(table).toContain(`"${ADDED}": {`);
  expect(table).not.toContain(`"${REMOVED}": {`);
});

test("it builds, and everything that goes through all versions compiles", async () => {
  await copy.runBin(PACKAGE, "typescript/bin/tsc", "-p", "tsconfig.build.json");
  await copy.runBin("packages/versions", "typescript/bin/tsc", "--noEmit");
  await copy.runBin("packages/contract-tests", "typescript/bin/tsc", "--noEmit");
});

test("the mock serves it, and the contract matrix is green", async () => {
  await copy.runBin(
    "packages/contract-tests",
    "vitest/vitest.mjs",
    "run",
    "test/matrix.test.ts",
    "-t",
    `${NEXT_VERSION}:`,
  );
  const report = join(copy.root, "packages/contract-tests/reports/vitest.json");
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, "utf8"));
  const { paths } = JSON.parse(await readFile(join(copy.root, PACKAGE, "openapi.json"), "utf8"));
  const operations = Object.values(paths)
    .flatMap((item) => Object.values(Object(item)))
    .filter((one) => "operationId" in Object(one));
  // One test per operation, plus one that checks that all operations are tested.
  expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: operations.length + 1, numFailedTests: 0 });
});
