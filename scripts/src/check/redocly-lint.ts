import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { isArray, isObject } from "../shared/json.ts";

const run = promisify(execFile);

/** Lints one document with redocly; a line for each problem, a warning counts like an error. */
export async function redoclyLint(file: string, config: string): Promise<string[]> {
  const require = createRequire(import.meta.url);
  const args = [require.resolve("@redocly/cli/bin/cli.js"), "lint", "--config", config, "--format", "json", file];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  // Exit code 1 means that there are errors, which the report on stdout lists.
  const { stdout, stderr } = await run(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }).catch(outputOf);
  const report: unknown = JSON.parse(stdout || "null");
  if (!isObject(report) || !isArray(report["problems"])) throw new Error(`redocly gave no report: ${stderr}`);
  return report["problems"].map((problem) => lineOf(problem));
}

function outputOf(error: unknown): { stdout: string; stderr: string } {
  if (isObject(error) && typeof error["stdout"] === "string" && typeof error["stderr"] === "string") {
    return { stdout: error["stdout"], stderr: error["stderr"] };
  }
  throw error;
}

function lineOf(problem: unknown): string {
  if (!isObject(problem)) return String(problem);
  const [location] = isArray(problem["location"]) ? problem["location"] : [];
  const pointer = isObject(location) ? location["pointer"] : undefined;
  return `${problem["severity"]} ${problem["ruleId"]}${typeof pointer === "string" ? ` at ${pointer}` : ""}: ${problem["message"]}`;
}
