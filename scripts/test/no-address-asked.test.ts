import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { describe, expect, onTestFinished, test } from "vitest";
import { redoclyLint } from "../src/codegen/lint/redocly-lint.ts";
import { main as codegen } from "../src/codegen/main.ts";
import { checkAll as check } from "../src/specs/check/main.ts";
import { main as pull } from "../src/specs/pull/main.ts";
import { type CommandRun, emptyRepository, nameOperations, placeDocument, runMain } from "./support/hostile-support.ts";
import { outsidePlaces } from "./support/outside-places.ts";
import { temporaryFolder } from "./support/pull-support.ts";

/** A local server that records its requests. */
async function countingServer(): Promise<{ readonly address: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end('{"type":"string"}');
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const bound = server.address();
  const port = typeof bound === "object" ? bound?.port : undefined;
  return { address: `http://127.0.0.1:${port}/canary.json#/A`, asked };
}

/** A file that notices when something is read from it: what was is no longer there. */
async function canaryFile(): Promise<{ readonly address: string; readonly isUntouched: () => boolean }> {
  const path = join(await temporaryFolder(), "canary.json");
  execFileSync("mkfifo", [path]);
  const handle = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(handle));
  const content = Buffer.from('{"A":{"type":"string"}}');
  writeSync(handle, content);
  const isUntouched = (): boolean => {
    const buffer = Buffer.alloc(content.length);
    return readSync(handle, buffer) === content.length && buffer.equals(content);
  };
  return { address: `${path}#/A`, isUntouched };
}

/** Runs each command on a document: pull takes it from a folder, the others find it in place. */
async function refusals(document: JsonObject): Promise<Record<"pull" | "codegen" | "check", CommandRun>> {
  const root = await emptyRepository();
  const folder = await temporaryFolder();
  await writeFile(join(folder, "openapi-v2.json"), JSON.stringify(document));
  const args = ["--version", "v2.0", "--from", folder];
  const pulled = await runMain((output) => pull(args, join(root, "specs"), output));
  await placeDocument(root, document);
  await nameOperations(root, document);
  return {
    pull: pulled,
    codegen: await runMain((output) => codegen([], root, output, redoclyLint)),
    check: await runMain((output) => check(root, output, redoclyLint, ["v2.0"])),
  };
}

const PLACES = outsidePlaces("").map(({ pointer, isDropped }, index) => ({ index, pointer, isDropped }));

test("there are more than 35 places to look at", () => {
  expect(PLACES.length).toBeGreaterThan(35);
});

describe("no command requests an address or reads a file that a document names; each reports the place", () => {
  test.each(PLACES)("at $pointer", async ({ index, pointer, isDropped }) => {
    const server = await countingServer();
    const file = await canaryFile();

    const runs = [];
    for (const address of [server.address, file.address]) {
      const place = outsidePlaces(address)[index];
      if (place !== undefined) runs.push(await refusals(place.document));
    }

    expect(server.asked).toEqual([]);
    expect(file.isUntouched()).toBe(true);
    for (const run of runs) {
      const reported = run.pull.lines.filter((line) => line.includes(`: ${pointer}: `));
      expect([run.pull.code, reported]).toEqual([isDropped ? 0 : 1, [expect.any(String)]]);
      expect(run.codegen).toMatchObject({ code: 1, lines: [expect.stringContaining(`codegen: v2.0 ${pointer}: `)] });
      expect(run.check).toMatchObject({ code: 1, lines: [expect.stringContaining(`v2.0 ${pointer}: `), COUNT] });
    }
  });
});

const COUNT = "specs:check: 1 documents, 1 problems";

test("a request to the server and a read of the file are noticed", async () => {
  const server = await countingServer();
  const file = await canaryFile();

  await fetch(server.address);
  execFileSync("head", ["-c", "3", file.address.replace("#/A", "")]);

  expect(server.asked).toEqual(["/canary.json"]);
  expect(file.isUntouched()).toBe(false);
});
