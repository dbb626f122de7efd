import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { createProject, VERSIONS } from "../test/support/apply-to.ts";
import { runMain } from "../test/support/run-main.ts";

const SCRIPT = join(import.meta.dirname, "../test/support/apply-until.ts");

/** With package.json: a journal, 24 temporary files, a journal, 24 renames, a journal. */
const NAMES = Array.from({ length: 23 }, (_, index) => `src/file-${String(index).padStart(2, "0")}.ts`);
const STEPS = 51;
const BEFORE_RENAMES = 25;

/** `pnpm drills --full` kills at every step. */
const EVERY = process.env["NECTAR_DRILLS"] === "full" ? 1 : 10;
const PLACES = Array.from({ length: STEPS }, (_, step) => step).filter((step) => step % EVERY === 0);

const toCode = (name: string) =>
  `// ${name}\nimport type { UsageDataRetrievePath } from "@nectar-sdk/api-v0.1";\nexport const read = (path: UsageDataRetrievePath) => path.msud_id;\n`;

const FILES = Object.fromEntries(NAMES.map((name) => [name, toCode(name)]));

const read = (root: string) =>
  Promise.all(["package.json", ...NAMES].map((file) => readFile(join(root, file), "utf8")));

test("killed at any step, each file is old or new, and apply completes the rest", async () => {
  await using whole = await createProject("empty", FILES);
  const old = await read(whole.root);
  await runMain(whole.root, "apply", ...VERSIONS);
  const complete = await read(whole.root);

  for (const step of PLACES) {
    await using project = await createProject("empty", FILES);
    const { signal, stderr } = spawnSync(process.execPath, [SCRIPT, String(step), ...VERSIONS], {
      cwd: project.root,
      encoding: "utf8",
    });
    const killed = await read(project.root);
    const { code, err } = await runMain(project.root, "apply", ...VERSIONS);

    expect([step, signal, stderr]).toEqual([step, "SIGKILL", ""]);
    for (const [index, text] of killed.entries()) expect([old[index], complete[index]]).toContain(text);
    expect(killed.some((text, index) => text !== old[index])).toBe(step > BEFORE_RENAMES + 1);
    expect([step, code, err]).toEqual([step, 0, []]);
    expect(await read(project.root)).toEqual(complete);
    expect((await readdir(project.root, { recursive: true })).filter((file) => file.endsWith("-tmp"))).toEqual([]);
  }
});
