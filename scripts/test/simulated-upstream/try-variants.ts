import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { normaliseDocument } from "@nectar-sdk/openapi/normalise";
import { redoclyLint } from "../../src/codegen/lint/redocly-lint.ts";
import { main as codegen } from "../../src/codegen/main.ts";
import { checkAll as check } from "../../src/specs/check/main.ts";
import { main as pull } from "../../src/specs/pull/main.ts";
import { temporaryRepository } from "../support/temporary-repository.ts";
import { unlinted } from "../support/unlinted.ts";
import { AXES } from "./axes.ts";
import { parseAxes } from "./build-variant.ts";
import { writeVariant } from "./write-variant.ts";

/** The output of a command, and its exit code. */
interface Outcome {
  readonly code: number;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Prints where the pipeline stops: `node try-variants.ts [variant …] [--seed <seed>] [--normalised]`, every axis alone by default. With
 * `--normalised` the documents are normalised before they are pulled, and not linted.
 */
const { values, positionals } = parseArgs({
  options: { seed: { type: "string", default: "1" }, normalised: { type: "boolean", default: false } },
  allowPositionals: true,
});
const { seed, normalised } = values;
const lint = normalised ? unlinted : redoclyLint;
const variants = positionals.length > 0 ? positionals : ["none", ...AXES.map(({ name }) => name), "random:4", "all"];
process.stdout.write("| variant | pull | drift lines | specs:check | codegen |\n| --- | --- | --- | --- | --- |\n");
for (const variant of variants) process.stdout.write(`${await tryVariant(variant)}\n`);

async function tryVariant(variant: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "variant-"));
  await using repository = await temporaryRepository();
  const specs = join(repository.root, "specs");
  try {
    await writeVariant(parseAxes(variant, seed), seed, folder, normalised ? normalise : undefined);
    const planned = await capture((output) => pull(["--check", "--from", folder], specs, output));
    const pulled = await capture((output) => pull(["--from", folder], specs, output));
    const checked = await capture((output) => check(repository.root, output, lint));
    const generated = await capture((output) => codegen([], repository.root, output, lint));
    return `| ${[variant, summarise(pulled), planned.lines.length, summarise(checked), summarise(generated)].join(" | ")} |`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function normalise(document: JsonObject): JsonObject {
  return normaliseDocument(document).document;
}

async function capture(
  run: (output: { log(line: string): void; error(line: string): void }) => Promise<number>,
): Promise<Outcome> {
  const lines: string[] = [];
  const errors: string[] = [];
  try {
    const code = await run({ log: (line) => lines.push(line), error: (line) => errors.push(line) });
    return { code, lines, errors };
  } catch (error) {
    return { code: 2, lines, errors: [...errors, `threw ${String(error)}`] };
  }
}

/** `ok`, or the kinds of problems with their number and the first of each. */
function summarise({ code, errors }: Outcome): string {
  if (code === 0) return "ok";
  const kinds = Map.groupBy(
    errors.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== ""),
    kindOf,
  );
  const texts = [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 5)
    .map(([, [first = "", ...others]]) => `${others.length + 1}× ${first.slice(0, 220)}`);
  return `exit ${code}: ${texts.join("<br>")}`.replaceAll("|", "\\|");
}

/** A message without what is particular to one place. */
function kindOf(line: string): string {
  return line
    .replace(/^.*?(?=: )/, "")
    .replaceAll(/`[^`]*`|"[^"]*"|\{[^}]*\}|[#$]\S+|\/\S+|\b[\w.]*[_.][\w.]*|\d+/g, "…")
    .slice(0, 60);
}
