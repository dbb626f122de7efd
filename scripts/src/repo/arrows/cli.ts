import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { terminal } from "../../shared/terminal.ts";
import { checkArrows, type SourceImports } from "./check-arrows.ts";
import { importsOf } from "./imports-of.ts";
import { RULES, SEAMS } from "./rules.ts";

const root = join(import.meta.dirname, "../../../..");

/** Every TypeScript source below a `src` folder of the workspace; tests may import what they test from anywhere. */
async function sources(): Promise<SourceImports[]> {
  const folders = ["scripts", "packages", "examples"];
  const entries = await Promise.all(
    folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  const paths = entries
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => /\/src\/.*\.ts$/.test(path) && !/node_modules|\.test\.ts$/.test(path))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, imports: importsOf(path, await readFile(join(root, path), "utf8")) })),
  );
}

const files = await sources();
const violations = checkArrows(files, RULES, SEAMS);
for (const violation of violations) terminal.error(violation);
terminal.log(`arrows: ${files.length} files, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
