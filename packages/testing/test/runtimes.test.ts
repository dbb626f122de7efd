import { join } from "node:path";
import { expect, test } from "vitest";
import { NODES, startProgram } from "./support/processes.ts";

const PROGRAM = join(import.meta.dirname, "support/runtime-program.mjs");

test.each(NODES)(
  "the built package works with node:test on %s, and lets the program end",
  { timeout: 60_000 },
  async (_, node) => {
    const outside = Object.entries(process.env).filter(([name]) => name !== "NODE_TEST_CONTEXT");
    await using program = startProgram(node, ["--test-reporter=tap", "--test", PROGRAM], {
      env: Object.fromEntries(outside),
    });
    const { code, out, err } = await program.ended;
    expect(out).toMatch(/^# pass 4$/m);
    expect(out).toMatch(/^# fail 0$/m);
    expect([code, err]).toEqual([0, ""]);
  },
);

test.each(NODES)(
  "`await using` closes the mock of the built package on %s",
  { timeout: 60_000 },
  async (name, node) => {
    // Only Node 24 supports the syntax; compilers emit this for the others.
    const using =
      name === "Node 24"
        ? "await using mock = await startMockServer(v0_3);"
        : "const mock = await startMockServer(v0_3);";
    const end = name === "Node 24" ? "" : "await mock[Symbol.asyncDispose]();";
    const script = `
    import { v0_3 } from "@nectar-sdk/api-v0.3";
    import { startMockServer } from "@nectar-sdk/testing";
    {
      ${using}
      console.log((await fetch(mock.url + "/ping", { headers: { "x-api-key": "runtime-key-1" } })).status);
      ${end}
    }`;
    await using program = startProgram(node, ["--input-type=module", "--eval", script], {
      cwd: join(import.meta.dirname, ".."),
    });
    expect(await program.ended).toEqual({ code: 0, out: "200\n", err: "" });
  },
);
