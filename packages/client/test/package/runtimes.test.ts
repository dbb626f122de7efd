import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../../../..");
const PACKAGE = join(import.meta.dirname, "../..");
const PROGRAM = join(import.meta.dirname, "runtimes/program.mjs");

/** A file of a package that is installed for this test. */
function toFilePath(folder: string, name: string, file: string): string {
  return join(dirname(createRequire(join(folder, "package.json")).resolve(`${name}/package.json`)), file);
}

// The other Node versions are installed at the root; here, one of them would run all scripts.
const RUNTIMES: Readonly<Record<string, readonly string[]>> = {
  "Node 20": [toFilePath(ROOT, "node20", "bin/node")],
  "Node 22": [toFilePath(ROOT, "node22", "bin/node")],
  "Node 24": [process.execPath],
  Bun: [toFilePath(PACKAGE, "bun", "bin/bun.exe")],
  Deno: [process.execPath, toFilePath(PACKAGE, "deno", "bin.cjs"), "run", "--allow-all", "--no-lock"],
};

test.each(Object.entries(RUNTIMES))(
  "the built package behaves the same on %s",
  { timeout: 60_000 },
  async (_name, command) => {
    const folder = await mkdtemp(join(tmpdir(), "nectar-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [program = "", ...args] = command;
    const { stdout } = await run(program, [...args, PROGRAM, join(folder, "bill.pdf")], {
      env: { ...process.env, NECTAR_API_KEY: "runtime-key-1" },
    });
    expect(JSON.parse(stdout)).toEqual({
      userAgents: [`nectar-sdk-client/${manifest.version}`],
      sharedSignal: [60, []],
      list: ["a1", "b1", "a2", "b2"],
      notFound: "NotFoundError, 1 attempts: sites.retrieve: 404 Not Found: no site for [redacted]",
      redirect:
        "NectarConnectionError, 1 attempts: sites.retrieve: redirect not followed, because it would carry the API key; check `baseUrl`",
      timeout: "NectarTimeoutError, 2 attempts: sites.retrieve: no response after 100 ms, the `timeout` of an attempt",
      abort: "NectarAbortError, 1 attempts: sites.retrieve: aborted by the caller",
      validation: expect.stringContaining("NectarValidationError, 0 attempts: sites.retrieve: path parameter"),
      path: "j1",
      bytes: "j1",
      outcome: "completed",
      raw: "j1",
      uploads: [
        ["bill.pdf", "%PDF-1.7"],
        ["document.pdf", "%PDF-bytes"],
      ],
    });
  },
);
