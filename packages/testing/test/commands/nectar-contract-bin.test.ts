import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { expect, test } from "vitest";
import { loadDocument } from "../../src/index.ts";
import { startExampleServer } from "../support/example-server.ts";
import { NODES } from "../support/processes.ts";

const COUNT = loadDocument(v0_3).operations.size;
const BIN = join(import.meta.dirname, "../../bin/nectar-contract.js");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the installed command; `started` gets the process. */
async function run(
  node: string,
  args: readonly string[],
  started: (kill: () => void) => void = () => undefined,
): Promise<Ended> {
  const { NECTAR_API_KEY: _, ...env } = process.env;
  // Another folder: the version package is resolved from the command.
  const child = spawn(node, [BIN, ...args], { cwd: await mkdtemp(join(tmpdir(), "nectar-")), env });
  started(() => child.kill("SIGINT"));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, out, err };
}

test.each(NODES)("the built command verifies a server on %s, and exits", async (_, node) => {
  await using server = await startExampleServer(v0_3);
  const { code, out, err } = await run(node, ["verify", "--api", "v0.3", "--against", server.url]);
  expect(err).toBe("");
  expect(out).toContain(`${COUNT} calls, 0 errors, 0 notes`);
  expect(code).toBe(0);
});

test("the built command without arguments shows its help and ends with 2", async () => {
  const { code, out, err } = await run(process.execPath, []);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^nectar-contract verify --api v2\.2 --against <url>\n/);
});

test("the built command ends with 2 and one line for a wrong command line", async () => {
  const { code, out, err } = await run(process.execPath, ["verify", "--api", "v0.3"]);
  expect([code, out, err]).toEqual([2, "", "nectar-contract: missing --against: name the server, --against <url>\n"]);
});

test("an interrupt ends the built command with the report so far", async () => {
  let interrupt = (): void => undefined;
  await using server = await startExampleServer(v0_3, (_, __, count) => {
    if (count < 8) return false;
    interrupt();
    return true;
  });
  const args = ["verify", "--api", "v0.3", "--against", server.url, "--concurrency", "1", "--report", "json"];
  const { code, out, err } = await run(process.execPath, args, (kill) => {
    interrupt = kill;
  });
  expect(code).toBe(130);
  expect(JSON.parse(out)).toMatchObject({
    incomplete: `interrupted after 7 of ${COUNT} calls`,
    summary: { calls: 7, errors: 0 },
  });
  expect(err).toBe("nectar-contract: 7 calls, 0 errors, 0 notes, 0 left out\n");
});
