import { expect, test } from "vitest";
import type { Row } from "./moves/format-table.ts";
import type { Rehearsal, Step } from "./rehearsal.ts";
import { runSteps } from "./run-steps.ts";

const unused = async (): Promise<never> => {
  throw new Error("not part of this test");
};

/** The steps of these tests do not use it. */
const REHEARSAL: Rehearsal = {
  ...{ readReleases: unused, folder: "", makeFault: unused, first: new Map() },
  npm: { publish: unused, install: unused, runNode: unused },
  repository: {
    ...{ root: "", readVersions: unused, isPrerelease: unused, readDocument: unused, runCommand: unused },
    ...{ listChanged: unused, readStatus: unused, commit: unused, build: unused, publish: unused, checkTypes: unused },
    [Symbol.asyncDispose]: unused,
  },
};

async function run(steps: readonly Step[]): Promise<Row[]> {
  let now = 0;
  const seen: Row[] = [];
  const rows = await runSteps(
    steps,
    REHEARSAL,
    (row) => seen.push(row),
    () => (now += 500),
  );
  expect(seen).toEqual(rows);
  return rows;
}

const good: Step = { name: "good", run: async () => ({}) };

test("steps run in order, with their time, and one that does not apply is left out", async () => {
  expect(await run([good, { ...good, name: "other", applies: async () => false }, good])).toEqual([
    { step: "good", moves: [], problems: [], seconds: 0.5 },
    { step: "good", moves: [], problems: [], seconds: 0.5 },
  ]);
});

test.each([
  ["reports a problem", async () => ({ problems: ["client must not move"] }), "client must not move"],
  ["throws", async () => Promise.reject(new Error("npm failed")), "npm failed"],
])("a step that %s is red and the last one", async (_, action, problem) => {
  const rows = await run([good, { name: "bad", run: action }, good]);

  expect(rows.map(({ step, problems }) => [step, problems])).toEqual([
    ["good", []],
    ["bad", [problem]],
  ]);
});
