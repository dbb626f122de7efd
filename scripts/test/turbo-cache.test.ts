import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../src/codegen/main.ts";
import { ROOT } from "../src/codegen/testing/temporary-repository.ts";
import { asObject, asString, isArray } from "../src/shared/json.ts";

const execute = promisify(execFile);
const API = ["@nectar-sdk/api-v2.0", "@nectar-sdk/api-v2.1", "@nectar-sdk/api-v2.2"];
const EXAMPLE = "@nectar-sdk/example-quickstart";
const SCRIPTS = "@nectar-sdk/scripts";

/** A copy of everything that is under version control, where files can be touched. */
let copy: string;
/** Hash of every task there by its id. A task that has the hash of an earlier run is answered from the cache. */
let hashes: ReadonlyMap<string, string>;

beforeAll(async () => {
  copy = await copyRepository();
  hashes = await hashTasks(copy);
}, 60_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "turbo-"));
  const { stdout } = await execute("git", ["ls-files", "-z"], { cwd: ROOT });
  for (const file of new Set(stdout.split("\0").filter((path) => path !== ""))) {
    // A file that is deleted and not yet committed is listed all the same.
    await cp(join(ROOT, file), join(folder, file)).catch(ignoreMissing);
  }
  // Turbo asks git what is ignored.
  await execute("git", ["init", "--quiet"], { cwd: folder });
  return folder;
}

async function hashTasks(folder: string): Promise<ReadonlyMap<string, string>> {
  const turbo = join(ROOT, "node_modules/turbo/bin/turbo");
  const args = [turbo, "run", "build", "typecheck", "test", "--dry=json", "--no-daemon", "--cwd", folder];
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  const { stdout } = await execute(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 });
  const { tasks } = asObject(JSON.parse(stdout), "turbo");
  if (!isArray(tasks)) throw new Error("turbo lists no tasks");
  return new Map(
    tasks.map((task) => {
      const { taskId, hash } = asObject(task, "task");
      return [asString(taskId, "taskId"), asString(hash, "hash")];
    }),
  );
}

/** The tasks that the cache has no answer for. */
async function misses(): Promise<string[]> {
  const after = await hashTasks(copy);
  expect([...after.keys()].sort()).toEqual([...hashes.keys()].sort());
  return [...after].filter(([task, hash]) => hashes.get(task) !== hash).map(([task]) => task);
}

/** The packages that have such tasks while a file is longer by an empty line. */
async function packagesTouchedBy(file: string): Promise<string[]> {
  const path = join(copy, file);
  const text = await readFile(path, "utf8");
  try {
    await writeFile(path, `${text}\n`);
    return [...new Set((await misses()).map((task) => task.split("#")[0] ?? ""))].sort();
  } finally {
    await writeFile(path, text);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

describe("a second run with nothing changed is answered from the cache", () => {
  test("since every task keeps its hash", async () => {
    expect(hashes.size).toBeGreaterThanOrEqual(3 * 4);
    expect(await misses()).toEqual([]);
  });

  test("also in another clone", async () => {
    const other = await copyRepository();
    try {
      expect(await hashTasks(other)).toEqual(hashes);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  test("since no task changes what a task depends on", async () => {
    await main([], copy, { log: () => undefined, error: () => undefined });
    const left = [
      "dist/index.js",
      "dist/index.d.ts",
      "reports/vitest.json",
      ".turbo/turbo-build.log",
      "node_modules/a/b.js",
    ];
    const folders = [
      ...["2.0", "2.1", "2.2"].map((version) => `packages/api-v${version}`),
      "scripts",
      "examples/quickstart",
    ];
    for (const path of folders.flatMap((folder) => left.map((file) => join(copy, folder, file)))) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, "left by a run\n");
    }
    expect(await misses()).toEqual([]);
  });
});

describe("a change is built anew where it matters, and nowhere else", () => {
  test.each(["v2.0", "v2.1", "v2.2"])("the document of %s: its package and what depends on it", async (version) => {
    expect(await packagesTouchedBy(`specs/${version}/openapi.json`)).toEqual(
      [`@nectar-sdk/api-${version}`, EXAMPLE, SCRIPTS].sort(),
    );
  });

  test.each([
    "specs/resources.yaml",
    "specs/overlays/10-errors.yaml",
    "scripts/src/codegen/emit/emit-index.ts",
    "scripts/src/codegen/templates/contract.ts",
    "scripts/src/codegen/templates/package.test.ts",
    "scripts/src/codegen/templates/vitest.config.ts",
    "scripts/src/overlay/apply-overlay.ts",
    "scripts/src/compact/compact-text.ts",
    "tsconfig.base.json",
  ])("%s: every package", async (file) => {
    expect(await packagesTouchedBy(file)).toEqual([...API, EXAMPLE, SCRIPTS].sort());
  });

  test.each(["scripts/src/codegen/main.test.ts", "scripts/tsconfig.json", "specs/specs.lock.json", "turbo.json"])(
    "%s: no package",
    async (file) => {
      expect(await packagesTouchedBy(file)).toEqual([SCRIPTS]);
    },
  );

  test("the example: nothing else", async () => {
    expect(await packagesTouchedBy("examples/quickstart/src/quickstart.ts")).toEqual([EXAMPLE]);
  });

  test.each(["README.md", "CONTRIBUTING.md", ".ci/run"])("%s: nothing", async (file) => {
    expect(await packagesTouchedBy(file)).toEqual([]);
  });
});
