import { runMain } from "./run-main.ts";

/** The versions that the fixtures move between. */
export const VERSIONS: readonly string[] = ["--from", "v0.1", "--to", "v0.3"];

/** A finding in the JSON of the report. */
interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly id?: string;
  readonly expression: string;
  readonly certainty: string;
  readonly kind: string;
  readonly advice: string;
}

/** The report and the end of one run. */
export interface CheckRun {
  readonly code: number;
  readonly err: readonly string[];
  readonly json: CheckJson;
  /** The findings without those of behaviour. */
  readonly places: readonly string[];
}

interface CheckJson {
  readonly findings: JsonFinding[];
  readonly errorsBefore: number;
  readonly unreached: number;
  readonly outside: readonly string[];
  readonly from: object;
  readonly to: object;
}

/** Runs `nectar-migrate check`. */
export async function check(cwd: string, ...args: string[]): Promise<CheckRun> {
  const { code, out, err } = await runMain(cwd, "check", ...VERSIONS, "--format", "json", ...args);
  const json: CheckJson = JSON.parse(out.join("\n") || "{}");
  const places = (json.findings ?? [])
    .filter(({ rule }) => rule !== "behaviour")
    .map(({ file, line, rule, expression }) => `${file}:${line} ${rule} ${expression}`);
  return { code, err, json, places };
}
