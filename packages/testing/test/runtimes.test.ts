import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = createRequire(join(import.meta.dirname, "../../../package.json"));
const PROGRAM = join(import.meta.dirname, "runtimes/program.test.mjs");

const NODES = {
  "Node 20": join(dirname(root.resolve("node20/package.json")), "bin/node"),
  "Node 22": join(dirname(root.resolve("node22/package.json")), "bin/node"),
  "Node 24": process.execPath,
};

test.each(Object.entries(NODES))(
  "the built package works with the test runner of %s, which ends by itself afterwards",
  { timeout: 90_000 },
  async (_name, node) => {
    const { stdout } = await run(node, ["--test", "--test-reporter=tap", PROGRAM]);
    expect(stdout).toMatch(/^# pass 2$/m);
    expect(stdout).toMatch(/^# fail 0$/m);
  },
);
