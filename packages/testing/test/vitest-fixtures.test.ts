import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { v2_2 } from "@nectar-sdk/api-v2.2";
import { expect, onTestFinished, test } from "vitest";
import { loadRecordings } from "../src/index.ts";
import { nectarGlobalSetup } from "../src/vitest/setup.ts";

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, "vitest-project");
const VITEST = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

interface Project {
  readonly out: string;
  /** URLs of the Prism servers that the tests used. */
  readonly used: readonly string[];
  /** By version, those of the global setup. */
  readonly started: Readonly<Record<string, string>> | undefined;
  readonly recordings: string;
}

/** Runs the tests of the project in a vitest of its own. */
async function runProject(setup: "yes" | "no"): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "nectar-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const log = join(folder, "log");
  const recordings = join(folder, "recordings");
  // Not those of the vitest that runs this test.
  const { VITEST: _, VITEST_POOL_ID: _pool, VITEST_WORKER_ID: _worker, ...env } = process.env;
  const { stdout } = await run(process.execPath, [VITEST, "run", "--root", PROJECT, "--no-color"], {
    env: { ...env, NECTAR_TEST_SETUP: setup, NECTAR_TEST_LOG: log, NECTAR_TEST_RECORDINGS: recordings },
  });
  const lines: { prism?: string; setup?: Record<string, string> }[] = (await readFile(log, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return {
    out: stdout,
    used: [...new Set(lines.flatMap(({ prism }) => prism ?? []))],
    started: lines.find((line) => line.setup !== undefined)?.setup,
    recordings,
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test("tests share one Prism of a file and version, have a mock and a recorder each, and leave no server", {
  timeout: 60_000,
}, async () => {
  const { out, used, started, recordings } = await runProject("no");
  expect(out).toMatch(/Tests\s+9 passed \(9\)/);
  expect(started).toBeUndefined();
  expect(used).toHaveLength(3);
  expect(await Promise.all(used.map(answers))).toEqual([false, false, false]);
  // One file for each test that asked for a recorder.
  expect(await readdir(recordings, { recursive: true })).toHaveLength(4);
  expect((await loadRecordings(recordings)).interactions).toHaveLength(2 + 3 + 4 + 5);
});

test("with the global setup, all files share one Prism of a version, which ends with the run", {
  timeout: 60_000,
}, async () => {
  const { out, used, started } = await runProject("yes");
  expect(out).toMatch(/Tests\s+9 passed \(9\)/);
  expect(Object.keys(started ?? {})).toEqual(["v2.1", "v2.2"]);
  expect(used.toSorted()).toEqual(Object.values(started ?? {}).toSorted());
  expect(await Promise.all(used.map(answers))).toEqual([false, false]);
});

test("a global setup that fails ends what it has started, and says why", async () => {
  const nothing = { ...v2_2, version: "v9.9" };
  const setup = nectarGlobalSetup(v2_2, nothing);
  await expect(setup({ provide: () => expect.unreachable() })).rejects.toThrow(
    "@nectar-sdk/api-v9.9 is not installed: npm install --save-dev @nectar-sdk/api-v9.9",
  );
});
