import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isArray, isObject } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";
import { terminal } from "../../shared/terminal.ts";
import { countTests } from "./count-tests.ts";

const root = join(import.meta.dirname, "../../../..");

/** The report of each workspace package that has a `vitest.config.ts`; a package whose run left none counts as failed. */
async function readReports(): Promise<unknown[]> {
  const groups = await Promise.all(
    ["packages", "examples"].map(async (group) =>
      (await readdir(join(root, group), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(root, group, entry.name)),
    ),
  );
  const excluded = await readExcludedFolders();
  const folders = [join(root, "scripts"), ...groups.flat()].filter((folder) => !excluded.has(folder));
  const reports = await Promise.all(folders.map(readReport));
  return reports.flat();
}

/** Folders that the workspace excludes (`!examples/ci`); they are checked separately. */
async function readExcludedFolders(): Promise<ReadonlySet<string>> {
  const workspace: unknown = parse(await readFile(join(root, "pnpm-workspace.yaml"), "utf8"));
  const patterns = isObject(workspace) && isArray(workspace["packages"]) ? workspace["packages"].map(String) : [];
  return new Set(patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => join(root, pattern.slice(1))));
}

async function readReport(folder: string): Promise<unknown[]> {
  const hasTests = (await readdir(folder)).includes("vitest.config.ts");
  if (!hasTests) return [];
  const text = await readFile(join(folder, "reports/vitest.json"), "utf8").catch(() => "null");
  return [JSON.parse(text)];
}

const { passed, failed } = countTests(await readReports());
terminal.log(`${passed} ${failed}`);
