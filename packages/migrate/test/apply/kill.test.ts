import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { recover } from "../../src/apply/write-files.ts";
import { createProject, VERSIONS } from "../support/apply-to.ts";
import { runMain } from "../support/run-main.ts";

const NAMES = ["one", "two", "three", "four"];

/** A folder with four old files, in which a process was killed at a step. */
async function killAt(step: number) {
  const root = await mkdtemp(join(tmpdir(), "migrate-kill-"));
  const files = NAMES.map((name) => join(root, name));
  for (const file of files) await writeFile(file, "old");
  const journal = join(root, "state/journal.json");
  const script = join(import.meta.dirname, "../support/write-until.ts");
  const { signal, stderr } = spawnSync(process.execPath, [script, String(step), journal, ...files], {
    encoding: "utf8",
  });
  expect([signal, stderr]).toEqual(["SIGKILL", ""]);
  return {
    journal,
    files,
    read: () => Promise.all(files.map((file) => readFile(file, "utf8"))),
    list: async () => (await readdir(root)).filter((name) => name !== "state").sort(),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

// A journal, four temporary files, a journal, four renames, a journal.
test.each([0, 1, 2, 3, 4, 5])(
  "killed at step %i, no file has changed, and recovery leaves nothing behind",
  async (step) => {
    await using killed = await killAt(step);

    expect(await killed.read()).toEqual(["old", "old", "old", "old"]);
    recover(killed.journal);
    expect(await killed.read()).toEqual(["old", "old", "old", "old"]);
    expect(await killed.list()).toEqual([...NAMES].sort());
  },
);

test.each([6, 7, 8, 9, 10])("killed at step %i, each file is old or new, and recovery completes all", async (step) => {
  await using killed = await killAt(step);

  for (const text of await killed.read()) expect(["old", "new"]).toContain(text);
  recover(killed.journal);
  expect(await killed.read()).toEqual(["new", "new", "new", "new"]);
  expect(await killed.list()).toEqual([...NAMES].sort());
});

test("a file that the user changed after the kill stays", async () => {
  await using killed = await killAt(7);
  const [, , , last = ""] = killed.files;
  await writeFile(last, "mine");

  recover(killed.journal);

  expect(await killed.read()).toEqual(["new", "new", "new", "mine"]);
  expect(await killed.list()).toEqual([...NAMES].sort());
});

test.each([3, 6])("a second apply completes a run that was killed at step %i", async (step) => {
  await using project = await createProject("commonjs");
  await using whole = await createProject("commonjs");
  const script = join(import.meta.dirname, "../support/apply-until.ts");
  const read = (root: string) =>
    Promise.all(["package.json", "src/load.ts", "src/read.cts"].map((file) => readFile(join(root, file), "utf8")));
  const killed = spawnSync(process.execPath, [script, String(step), ...VERSIONS], {
    cwd: project.root,
    encoding: "utf8",
  });

  const second = await runMain(project.root, "apply", ...VERSIONS);

  expect([killed.signal, killed.stderr]).toEqual(["SIGKILL", ""]);
  expect(second).toMatchObject({ code: 0, err: [] });
  await runMain(whole.root, "apply", ...VERSIONS);
  expect(await read(project.root)).toEqual(await read(whole.root));
  const left = await readdir(project.root, { recursive: true });
  expect(left.filter((file) => file.endsWith("-tmp"))).toEqual([]);
});
