import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { toPrintableLine } from "@nectar-sdk/openapi/document";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { redoclyLint } from "../src/codegen/lint/redocly-lint.ts";
import { main as codegen } from "../src/codegen/main.ts";
import { checkAll as check } from "../src/specs/check/main.ts";
import { main as pull } from "../src/specs/pull/main.ts";
import { compile } from "./support/compile.ts";
import { DOCUMENTS } from "./support/hostile-documents.ts";
import { type CommandRun, emptyRepository, nameOperations, runMain } from "./support/hostile-support.ts";
import { temporaryFolder } from "./support/pull-support.ts";
import { readTree } from "./support/temporary-repository.ts";
import { unlinted } from "./support/unlinted.ts";

/** How far a document comes, and what the commands say of it. */
interface Passage {
  readonly runs: readonly CommandRun[];
  readonly sources: ReadonlyMap<string, string> | undefined;
}

/** pull → check with the real linter → generate, up to the first refusal. The generator runs without the linter, which stops no attacker. */
async function pass(root: string, text: string): Promise<Passage> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, `openapi-v2.${text.startsWith("{") ? "json" : "yaml"}`), text);
  const specs = join(root, "specs");
  const pulled = await runMain((output) => pull(["--version", "v2.0", "--from", folder], specs, output));
  const compared = await runMain((output) => pull(["--check", "--version", "v2.0", "--from", folder], specs, output));
  if (pulled.code !== 0) return { runs: [pulled, compared], sources: undefined };
  await nameOperations(root, JSON.parse(await readFile(join(specs, "v2.0/openapi.json"), "utf8")));
  const checked = await runMain((output) => check(root, output, redoclyLint, ["v2.0"]));
  const generated = await runMain((output) => codegen(["--version", "v2.0"], root, output, unlinted));
  const runs = [pulled, compared, checked, generated];
  if (generated.code !== 0) return { runs, sources: undefined };
  return { runs, sources: await readTree(join(root, "packages/api-v2.0/src")) };
}

/** Imports a package in a separate process that reports its exports and any side effects. */
async function importPackage(sources: ReadonlyMap<string, string>): Promise<unknown> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  for (const [file, text] of sources) {
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext };
    const path = join(folder, file.replace(/\.ts$/, ".js"));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, ts.transpileModule(text, { compilerOptions }).outputText);
  }
  const program = `
    let reads = 0;
    Object.defineProperty(globalThis, "CANARY", { get: () => { reads += 1; return () => {}; } });
    const before = Object.getOwnPropertyNames(globalThis).length;
    const names = Object.keys(await import("./index.js"));
    const added = Object.getOwnPropertyNames(globalThis).length - before;
    const polluted = Object.keys(Object.prototype).length;
    console.log(JSON.stringify({ reads, added, polluted, names }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    cwd: folder,
  });
  return JSON.parse(stdout);
}

/** Files that a command may write. */
const OWN =
  /^(specs\/(v2\.0\/openapi\.json|specs\.lock\.json|resources\.yaml|versions\.yaml|redocly\.yaml)|packages\/api-v2\.0\/.+)$/;

describe("a hostile document runs no code, asks nothing, writes nowhere else, and is refused in lines that say where and what to do", () => {
  test.each(DOCUMENTS)(
    "$name",
    async ({ text, outcome, says }) => {
      const root = await emptyRepository();

      const { runs, sources } = await pass(root, text());

      const lines = runs.flatMap((run) => run.lines);
      expect(lines.map(toPrintableLine)).toEqual(lines);
      expect(
        lines.filter((line) =>
          /^\s+at .*:\d+|node:internal|Maximum call stack|Cannot read prop|is not a function/.test(line),
        ),
      ).toEqual([]);
      expect(runs.map(({ code }) => code).filter((code) => code !== 0 && code !== 1)).toEqual([]);
      const written = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const paths = written.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
      expect(paths.filter((path) => !OWN.test(path))).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (says !== undefined) expect(lines.join("\n")).toContain(says);
      expect({
        lines: sources === undefined ? lines : [],
        outcome: sources === undefined ? "refused" : "generated",
      }).toEqual({
        lines: sources === undefined ? lines : [],
        outcome,
      });
      if (sources === undefined) return;
      const files = new Map([...sources].map(([file, source]): [string, string] => [`src/${file}`, source]));
      expect(compile(files)).toEqual([]);
      expect(await importPackage(sources)).toEqual({ reads: 0, added: 0, polluted: 0, names: NAMES });
    },
    120_000,
  );
});

const NAMES = ["API_VERSION", "SPEC_SHA256", "v2_0"];
