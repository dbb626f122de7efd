import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main as codegen } from "../src/codegen/main.ts";
import { readManifest } from "../src/shared/read-manifest.ts";
import { packageFolder } from "../src/shared/version-names.ts";
import { main as addVersion } from "../src/specs/add-version/main.ts";
import { ADDED, NEXT_VERSION, nextDocument, REMOVED } from "../test/support/next-version.ts";
import { ROOT } from "../test/support/temporary-repository.ts";
import { unlinted } from "../test/support/unlinted.ts";

/** A version that the API does not have goes through everything that a real one would, in a copy of the repository. */

const execute = promisify(execFile);
const PACKAGE = packageFolder(NEXT_VERSION);

let copy = "";
const printed: string[] = [];

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "next-version-"));
  await copyRepository();
  await writeFile(join(copy, "next.json"), JSON.stringify(await nextDocument()));
  const print = (line: string) => void printed.push(line);
  const args = [NEXT_VERSION, "--from", join(copy, "next.json")];
  expect(await addVersion(args, copy, { log: print, error: print }, unlinted), printed.join("\n")).toBe(0);
  await install();
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Copies the files under version control, and the build output of the packages that do not depend on a version. */
async function copyRepository(): Promise<void> {
  const { stdout } = await execute("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
  });
  for (const file of new Set(stdout.split("\0").filter((path) => path !== ""))) {
    // Git still lists a deleted file until the deletion is committed.
    await cp(join(ROOT, file), join(copy, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  const { stdout: built } = await execute("git", ["ls-files", "-z", "packages/*/tsconfig.build.json"], { cwd: ROOT });
  for (const file of built.split("\0").filter((path) => path !== "")) {
    const dist = file.replace("tsconfig.build.json", "dist");
    await cp(join(ROOT, dist), join(copy, dist), { recursive: true });
  }
}

/** Fails unless the lockfile has everything that the manifests ask for. */
async function install(): Promise<void> {
  const { packageManager } = await readManifest(copy);
  await run(copy, "npx", "-y", String(packageManager), "install", "--frozen-lockfile", "--prefer-offline");
}

async function run(cwd: string, command: string, ...args: string[]): Promise<string> {
  const output = { cwd, maxBuffer: 2 ** 26, env: { ...process.env, CI: "true", FORCE_COLOR: "0" } };
  const { stdout } = await execute(command, args, output).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${[command, ...args].join(" ")}:\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}

/** Runs the program of a dependency of a package. */
function runBin(folder: string, program: string, ...args: string[]): Promise<string> {
  return run(join(copy, folder), process.execPath, join("node_modules", program), ...args);
}

test("at most three files are left to a person", () => {
  const reviews = printed.slice(printed.indexOf("Left to you:") + 1);
  expect(reviews.length).toBeGreaterThan(0);
  expect(reviews.length).toBeLessThanOrEqual(3);
});

test("the generated packages are up to date, and the new one has its own operations", async () => {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  expect(await codegen(["--check"], copy, { log: print, error: print }, unlinted), lines.join("\n")).toBe(0);
  const table = await readFile(join(copy, PACKAGE, "src/operations.ts"), "utf8");
  expect(table).toContain(`"${ADDED}": {`);
  expect(table).not.toContain(`"${REMOVED}": {`);
});

test("it builds, and everything that goes through all versions compiles", async () => {
  await runBin(PACKAGE, "typescript/bin/tsc", "-p", "tsconfig.build.json");
  await runBin("packages/versions", "typescript/bin/tsc", "--noEmit");
  await runBin("packages/contract-tests", "typescript/bin/tsc", "--noEmit");
});

test("the mock serves it, and the contract matrix is green", async () => {
  await runBin("packages/contract-tests", "vitest/vitest.mjs", "run", "test/matrix.test.ts", "-t", `${NEXT_VERSION}:`);
  const report = join(copy, "packages/contract-tests/reports/vitest.json");
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, "utf8"));
  const { paths } = JSON.parse(await readFile(join(copy, PACKAGE, "openapi.json"), "utf8"));
  const operations = Object.values(paths)
    .flatMap((item) => Object.values(Object(item)))
    .filter((one) => "operationId" in Object(one));
  // One test per operation, plus one that checks that all operations are tested.
  expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: operations.length + 1, numFailedTests: 0 });
});
