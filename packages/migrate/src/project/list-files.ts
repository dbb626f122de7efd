import { readdirSync } from "node:fs";
import { join } from "node:path";

const CODE = /(?<!\.d)\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "dist", "build", "out", "coverage"]);
const MOST_FILES = 100_000;

/** Lists the code files below a folder, sorted; skips installed packages, build output, hidden folders and links. */
export function listCodeFiles(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (found.length >= MOST_FILES) return;
      if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith(".")) visit(join(path, entry.name));
      if (entry.isFile() && CODE.test(entry.name)) found.push(join(path, entry.name));
    }
  };
  visit(folder);
  return found.sort();
}
