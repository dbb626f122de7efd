import { execFile } from "node:child_process";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { isArray, isObject } from "@nectar-sdk/openapi/document";
import type { LintFinding } from "../problem.ts";

const run = promisify(execFile);

const FIX = "correct the document, or exempt it from the rule in specs/redocly.yaml, with a reason";

/** The generator skips properties that OpenAPI does not define, such as `nullable` in OpenAPI 3.1. */
const UNKNOWN_PROPERTY = /^Property `[^`]*` is not expected here/;

/** Lints one document with redocly. */
export async function redoclyLint(file: string, config: string): Promise<LintFinding[]> {
  // Exit code 1 means that there are errors, which the report on stdout lists.
  const { stdout, stderr } = await run(process.execPath, lintArguments(file, config), {
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" },
    maxBuffer: 64 * 1024 * 1024,
  }).catch(readFailedOutput);
  const report = parseReport(stdout);
  if (report === undefined) throw new Error(`redocly wrote no report: ${firstError(stderr)}`);
  return report.map(toFinding);
}

/** The linter may read its own files, the document and the folder of its rules only; it has no network. */
function lintArguments(file: string, config: string): string[] {
  const cli = realpathSync(createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js"));
  const offline = join(import.meta.dirname, "no-network.mjs");
  // The linter's folder and its parent, where it looks for translations.
  const readable = [join(dirname(cli), "../.."), offline, realpathSync(file), dirname(realpathSync(config))];
  const allowed = readable.map((path) => `--allow-fs-read=${path}`);
  return [
    ...["--permission", ...allowed, "--import", offline, cli],
    ...["lint", "--config", realpathSync(config), "--format", "json", realpathSync(file)],
  ];
}

function parseReport(stdout: string): readonly unknown[] | undefined {
  try {
    const report: unknown = JSON.parse(stdout);
    return isObject(report) && isArray(report["problems"]) ? report["problems"] : undefined;
  } catch {
    return undefined;
  }
}

function firstError(stderr: string): string {
  return stderr.split("\n").find((line) => line.includes("Error")) ?? "no error message";
}

function readFailedOutput(error: unknown): { stdout: string; stderr: string } {
  if (isObject(error) && typeof error["stdout"] === "string" && typeof error["stderr"] === "string") {
    return { stdout: error["stdout"], stderr: error["stderr"] };
  }
  throw error;
}

function toFinding(problem: unknown): LintFinding {
  if (!isObject(problem)) return { at: "#", message: String(problem), fix: FIX, severity: "error" };
  const [location] = isArray(problem["location"]) ? problem["location"] : [];
  const pointer = isObject(location) ? location["pointer"] : undefined;
  const at = typeof pointer === "string" ? pointer : "#";
  const text = String(problem["message"]);
  const severity = problem["severity"] === "error" && !UNKNOWN_PROPERTY.test(text) ? "error" : "warn";
  return { at, message: `${severity} ${problem["ruleId"]}: ${text}`, fix: FIX, severity };
}
