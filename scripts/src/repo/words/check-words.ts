import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Finding, findOddTurns } from "./find-odd-turns.ts";

const execute = promisify(execFile);

/** Odd turns per 1,000 lines of prose that an area may have. */
export const LIMIT = 5;

/** The word list quotes what it searches for. */
const WORD_LIST = "scripts/src/repo/words/";

/** A package, `scripts` or `docs`, with the odd turns of its files. */
export interface AreaReport {
  readonly area: string;
  readonly proseLines: number;
  readonly findings: readonly Finding[];
  /** Odd turns per 1,000 lines of prose. */
  readonly rate: number;
}

/** Counts the odd turns in every file that git tracks or would add, by area. */
export async function checkWords(root: string): Promise<AreaReport[]> {
  const files = await listFiles(root);
  const reports = await Promise.all(
    files.map(async (file) => ({
      area: toArea(file),
      ...findOddTurns(file, await readFile(join(root, file), "utf8")),
    })),
  );
  return [...Map.groupBy(reports, ({ area }) => area)]
    .map(([area, inArea]) => {
      const proseLines = inArea.reduce((sum, report) => sum + report.proseLines, 0);
      const findings = inArea.flatMap((report) => report.findings);
      return { area, proseLines, findings, rate: proseLines === 0 ? 0 : (findings.length / proseLines) * 1000 };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}

/** The area of a file: its package, `scripts`, or `docs` for the rest of the repository. */
export function toArea(file: string): string {
  return /^(packages\/[^/]+|scripts)\//.exec(file)?.[1] ?? "docs";
}

async function listFiles(root: string): Promise<string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await execute("git", args, { cwd: root, maxBuffer: 2 ** 26 });
  const deleted = await execute("git", ["ls-files", "-z", "--deleted"], { cwd: root });
  const missing = new Set(deleted.stdout.split("\0"));
  return stdout.split("\0").filter((file) => file !== "" && !file.startsWith(WORD_LIST) && !missing.has(file));
}
