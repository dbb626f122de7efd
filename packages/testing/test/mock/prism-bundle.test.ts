import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v0_3 } from "@nectar-sdk/api-v0.3";
import { expect, onTestFinished, test } from "vitest";
import { loadDocument } from "../../src/index.ts";
import { NODES } from "../support/processes.ts";

const BUNDLE = join(import.meta.dirname, "../../dist/prism/prism-child.js");

/** The published program in an empty folder: it needs no other package. */
async function startAlone(execPath: string): Promise<ChildProcess> {
  const folder = await mkdtemp(join(tmpdir(), "nectar-"));
  await copyFile(BUNDLE, join(folder, "prism-child.js"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const child = fork(join(folder, "prism-child.js"), { execPath, execArgv: [], cwd: folder, stdio: "inherit" });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  });
  return child;
}

test.each(NODES)("the published Prism needs no other package on %s", async (_, node) => {
  const child = await startAlone(node);
  child.send(loadDocument(v0_3).json);
  const [url] = await once(child, "message");
  const response = await fetch(`${url}/ping`, { headers: { "x-api-key": "test-key" } });
  expect(response.status).toBe(200);
});

test("the published package depends on no package of Prism, and contains their licences", async () => {
  const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, "../../package.json"), "utf8"));
  expect(Object.keys(dependencies)).toEqual(["@nectar-sdk/openapi"]);
  const licences = await readFile(join(BUNDLE, "../prism-child.LICENSES.txt"), "utf8");
  expect(licences).toContain("@stoplight/prism-http 5.12.0 Apache-2.0");
  expect(licences).not.toContain("@scarf");
});

test("every release of an api package works with the kit, from the first prerelease on", async () => {
  const { peerDependencies } = JSON.parse(await readFile(join(import.meta.dirname, "../../package.json"), "utf8"));
  // No upper bound: a breaking document needs no release of the kit. Loading the document reports a mismatch.
  const ranges = Object.entries(peerDependencies).filter(([name]) => name.startsWith("@nectar-sdk/api-"));
  expect(new Set(ranges.map(([, range]) => range))).toEqual(new Set([">=1.0.0-next.0"]));
});
