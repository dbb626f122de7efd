import { join } from "node:path";
import { expect, test } from "vitest";
import { NODES, startProgram } from "./support/processes.ts";

const PROGRAM = join(import.meta.dirname, "runtimes/program.test.mjs");

test.each(NODES)(
  "the built package works with the test runner of %s, which ends by itself afterwards",
  { timeout: 90_000 },
  async (_name, node) => {
    await using program = startProgram(node, ["--test", "--test-reporter=tap", PROGRAM]);
    const { code, out } = await program.ended;
    expect(out).toMatch(/^# pass 2$/m);
    expect(code).toBe(0);
  },
);
