import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { finishJournal, type JournalEntry } from "../src/shared/journal.ts";
import { planAdopt } from "../src/specs/adopt/plan-adopt.ts";
import { parseOptions } from "../src/specs/pull/options.ts";
import { parseAxes } from "../test/simulated-upstream/build-variant.ts";
import { writeVariant } from "../test/simulated-upstream/write-variant.ts";
import { finished, startProgram, temporaryFolder } from "../test/support/pull-support.ts";
import { readTree, temporaryRepository } from "../test/support/temporary-repository.ts";
import { unlinted } from "../test/support/unlinted.ts";

const PLACES = 20;
const FIXTURES = join(import.meta.dirname, "../test/fixtures");

test("a pull that is killed at any of twenty places is completed or undone by the next command", async () => {
  await using repository = await temporaryRepository();
  const folder = await temporaryFolder();
  await writeVariant(parseAxes("trailing-slashes,operation-ids,no-webhooks", "1"), "1", folder);
  // The plan removes a file, too.
  await writeFile(join(repository.root, "specs/overlays/95-fitted-v2.1.yaml"), OLD_OVERLAY);
  const options = parseOptions(["--from", folder], join(repository.root, "specs"));
  if (options.help) throw new Error("no settings");
  const { files } = await planAdopt(repository.root, options, unlinted);
  expect(files.some(({ content }) => content === undefined)).toBe(true);
  const before = await readTree(repository.root);
  const after = applyTo(before, files);
  const entries = join(folder, "entries.json");
  await writeFile(entries, JSON.stringify(files));

  const unharmed = await copyOf(repository.root);
  const whole = await replaceIn(unharmed, entries, 0);
  await rm(unharmed, { recursive: true });
  expect(whole.stderr).toBe("");
  const changes = Number(/changes (\d+)/.exec(whole.stdout)?.[1]);
  expect(changes).toBeGreaterThan(PLACES);
  const outcomes = new Set<string>();
  for (let place = 0; place < PLACES; place += 1) {
    // The first ten changes one by one: the journal is written there. Then evenly to the last one.
    const dieAt = place < 10 ? place + 1 : 10 + Math.round(((changes - 10) * (place - 9)) / 10);
    const root = await copyOf(repository.root);
    const { signal } = await replaceIn(root, entries, dieAt);
    expect([dieAt, signal]).toEqual([dieAt, "SIGKILL"]);
    await finishJournal(root, () => undefined);
    const isOld = sameFiles(await readTree(root), before);
    const isNew = sameFiles(await readTree(root), after);
    expect([dieAt, isOld || isNew]).toEqual([dieAt, true]);
    outcomes.add(isOld ? "undone" : "completed");
    await rm(root, { recursive: true });
  }
  expect(outcomes).toEqual(new Set(["undone", "completed"]));
}, 600_000);

const OLD_OVERLAY = `overlay: 1.0.0
info: { title: Old, version: 1.0.0 }
x-applies-to: [v2.1]
actions: [{ target: $.info, update: { x-old: true } }]
`;

async function copyOf(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "killed-"));
  await cp(root, copy, { recursive: true });
  return copy;
}

async function replaceIn(root: string, entries: string, dieAt: number) {
  const child = startProgram(
    join(FIXTURES, "replace-files.mjs"),
    [root, entries],
    ["--import", join(FIXTURES, "die-at.mjs")],
    { DIE_AT: String(dieAt) },
  );
  return { ...(await finished(child)), signal: child.signalCode };
}

function applyTo(tree: ReadonlyMap<string, string>, files: readonly JournalEntry[]): Map<string, string> {
  const result = new Map(tree);
  for (const { file, content } of files) {
    if (content === undefined) result.delete(file);
    else result.set(file, content);
  }
  return result;
}

/** Temporary files do not count: version control ignores them, and the next command that writes removes them. */
function sameFiles(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const kept = [...one].filter(([name]) => !name.endsWith(".tmp"));
  return kept.length === other.size && kept.every(([name, text]) => other.get(name) === text);
}
