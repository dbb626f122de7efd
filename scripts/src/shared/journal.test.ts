import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runMain } from "../../test/support/hostile-support.ts";
import { temporaryFolder } from "../../test/support/pull-support.ts";
import { unlinted } from "../../test/support/unlinted.ts";
import { main as codegen } from "../codegen/main.ts";
import { main as addVersion } from "../specs/add-version/main.ts";
import { main as adopt } from "../specs/adopt/main.ts";
import { main as check } from "../specs/check/main.ts";
import { main as pull } from "../specs/pull/main.ts";
import { finishJournal, JOURNAL_FILE, replaceFiles } from "./journal.ts";

async function rootWith(journal: string): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, "specs"));
  await writeFile(join(root, JOURNAL_FILE), journal);
  await writeFile(join(root, "old.txt"), "old");
  return root;
}

const JOURNAL = JSON.stringify({ files: [{ file: "new/a.txt", content: "a" }, { file: "old.txt" }] });

test("files are written and removed, in new folders too, and no journal stays", async () => {
  const root = await rootWith("{}");

  await replaceFiles(root, [
    { file: "new/a.txt", content: "a" },
    { file: "old.txt", content: undefined },
  ]);

  expect(await readFile(join(root, "new/a.txt"), "utf8")).toBe("a");
  await expect(readFile(join(root, "old.txt"))).rejects.toThrow("ENOENT");
  const lines: string[] = [];
  await finishJournal(root, (line) => lines.push(line));
  expect(lines).toEqual([]);
});

test.each([
  ["codegen", (root: string) => runMain((output) => codegen(["--version", "none"], root, output, unlinted))],
  ["specs:check", (root: string) => runMain((output) => check(["--help"], root, output, unlinted))],
  ["specs:adopt", (root: string) => runMain((output) => adopt(["--from", root], root, output, unlinted))],
  ["specs:add-version", (root: string) => runMain((output) => addVersion(["--help"], root, output, unlinted))],
  ["specs:pull", (root: string) => runMain((output) => pull(["--from", root], join(root, "specs"), output))],
])("%s completes the work of a killed command first, and reports it", async (_, run) => {
  const root = await rootWith(JOURNAL);

  const { lines } = await run(root);

  expect(lines).toContain("completed the replacement of 2 files that an earlier command began");
  expect(await readFile(join(root, "new/a.txt"), "utf8")).toBe("a");
  await expect(readFile(join(root, "old.txt"))).rejects.toThrow("ENOENT");
  await expect(readFile(join(root, JOURNAL_FILE))).rejects.toThrow("ENOENT");
});

test.each(["/etc/hosts", "../outside.txt", "specs/../../outside.txt"])(
  "a journal that names %s is refused before any file changes",
  async (file) => {
    const root = await rootWith(JSON.stringify({ files: [{ file: "old.txt" }, { file, content: "x" }] }));

    await expect(finishJournal(root, console.error)).rejects.toThrow(
      `specs/journal.json names ${file}, which is not a file of the repository; delete the journal`,
    );
    expect(await readFile(join(root, "old.txt"), "utf8")).toBe("old");
  },
);
