import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isArray, isObject } from "@nectar-sdk/openapi/document";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkContract } from "../../src/specs/pull/check-contract.ts";
import { AXES } from "../../test/simulated-upstream/axes.ts";
import { buildVariant, type Documents, drawAxes } from "../../test/simulated-upstream/build-variant.ts";
import { readDocuments } from "../../test/simulated-upstream/write-variant.ts";

const run = promisify(execFile);

/** Variants by name: each axis alone, some drawn ones with their seed, all together. */
const VARIANTS = [
  ...AXES.map((axis) => ({ name: axis.name, axes: [axis], seed: "1" })),
  ...["1", "2", "3", "4"].map((seed) => ({ name: `random:6 seed ${seed}`, axes: drawAxes(6, seed), seed })),
  ...["1", "2"].map((seed) => ({ name: `all seed ${seed}`, axes: AXES, seed })),
];

let folder: string;
let documents: Documents;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upstream-"));
  documents = await readDocuments();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("every axis alone, some drawn by seed and all together give valid OpenAPI", async () => {
  const files: string[] = [];
  for (const [index, { axes, seed }] of VARIANTS.entries()) {
    for (const [version, document] of buildVariant(documents, axes, seed)) {
      checkContract(document);
      await mkdir(join(folder, `${index}`), { recursive: true });
      files.push(join(`${index}`, `${version}.json`));
      await writeFile(join(folder, `${index}`, `${version}.json`), JSON.stringify(document));
    }
  }

  const problems = await lint(files);

  expect(
    problems.map(({ file, ...problem }) => ({ variant: VARIANTS[Number.parseInt(file, 10)]?.name, ...problem })),
  ).toEqual([]);
});

interface LintProblem {
  readonly file: string;
  readonly rule: unknown;
  readonly pointer: unknown;
  readonly message: unknown;
}

/** Lints many documents in one process, since starting it takes longer than reading them. */
async function lint(files: readonly string[]): Promise<LintProblem[]> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const config = join(import.meta.dirname, "redocly.yaml");
  const { stdout } = await run(process.execPath, [cli, "lint", "--config", config, "--format", "json", ...files], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" },
    maxBuffer: 256 * 1024 * 1024,
  }).catch((error: { readonly stdout: string }) => error);
  // One report for each document, in their order.
  const reports = stdout.split(/(?<=\n\})\s*(?=\{\n)/).filter((report) => report.trim() !== "");
  expect(reports).toHaveLength(files.length);
  return reports.flatMap((report, index) => parseReport(report, files[index] ?? ""));
}

function parseReport(text: string, file: string): LintProblem[] {
  const report: unknown = JSON.parse(text);
  if (!isObject(report) || !isArray(report["problems"])) throw new Error(`${file}: no report`);
  return report["problems"].filter(isObject).map((problem) => {
    const [location] = isArray(problem["location"]) ? problem["location"].filter(isObject) : [];
    return { file, rule: problem["ruleId"], pointer: location?.["pointer"], message: problem["message"] };
  });
}
