import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { loadDocument } from "@nectar-sdk/testing/document";
import { afterAll, beforeAll, expect, test } from "vitest";
import { V2_0, V2_2, VERSIONS } from "../src/apis.ts";
import { emitTypedProgram } from "../src/typed-program.ts";

const root = join(import.meta.dirname, "..");
const tsc = join(root, "node_modules/typescript/bin/tsc");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(root, "test/typed-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Compiles programs; returns the output of the compiler. */
async function compile(name: string, programs: Readonly<Record<string, string>>): Promise<string> {
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { rootDir: "../.." },
    include: [],
    files: Object.keys(programs),
  };
  for (const [file, text] of Object.entries(programs)) await writeFile(join(folder, file), text);
  await writeFile(join(folder, `${name}.json`), JSON.stringify(config));
  const args = [tsc, "-p", join(folder, `${name}.json`)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 }).catch((error) => error);
  return stdout;
}

test("every call of the matrix compiles, and every example has its declared type", async () => {
  const programs = VERSIONS.map(({ version, api }) => [`${version}.ts`, emitTypedProgram(version, loadDocument(api))]);
  expect(await compile("all", Object.fromEntries(programs))).toBe("");
});

test("the examples of one version do not compile with another", async () => {
  const program = emitTypedProgram(V2_2.version, loadDocument(V2_0.api));
  const output = await compile("wrong", { "wrong.ts": program });
  expect(output).toContain("msud_id");
  expect(output).toContain("'\"serviceAddress\"' does not exist in type 'DocumentUsageData'");
});
