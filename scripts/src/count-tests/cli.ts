import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { countTests } from "./count-tests.ts";

const root = join(import.meta.dirname, "../../..");

/** The report of each workspace package that has a `vitest.config.ts`; a package whose run left none counts as failed. */
async function readReports(): Promise<unknown[]> {
  const groups = await Promise.all(
    ["packages", "examples"].map(async (group) =>
      (await readdir(join(root, group), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(root, group, entry.name)),
    ),
  );
  const folders = [join(root, "scripts"), ...groups.flat()];
  const reports = await Promise.all(folders.map(readReport));
  return reports.flat();
}

async function readReport(folder: string): Promise<unknown[]> {
  const hasTests = (await readdir(folder)).includes("vitest.config.ts");
  if (!hasTests) return [];
  const text = await readFile(join(folder, "reports/vitest.json"), "utf8").catch(() => "null");
  return [JSON.parse(text)];
}

const { passed, failed } = countTests(await readReports());
console.log(`${passed} ${failed}`);
