import { glob, readFile } from "node:fs/promises";
import { join, matchesGlob } from "node:path";
import { packageFolder, packageName, versionIdentifier } from "../../shared/version-names.ts";
import { docComment } from "../docs/doc-comment.ts";
import { type GeneratedFile, updateFolder } from "../package/update-folder.ts";
import { listPackages } from "./list-packages.ts";

const LIST = "packages/versions/src/index.ts";
const README = "README.md";
const MANIFESTS = ["packages/*/package.json", "examples/*/package.json"];

/**
 * Completes every list of the API versions: that of the private package `@nectar-sdk/versions`, the dependencies of every workspace package,
 * and the table of the README.
 *
 * @returns every such file, with its state before
 */
export async function writeVersionLists(
  root: string,
  versions: readonly string[],
  write: boolean,
): Promise<GeneratedFile[]> {
  return updateFolder(await renderVersionLists(root, versions), { root, folder: "", write });
}

/** Tells whether people write the file and the generator only completes a list of versions in it. */
export function isHandWritten(file: string): boolean {
  return file === README || MANIFESTS.some((pattern) => matchesGlob(file, pattern));
}

/** Every file with a list of the versions, by its path below the root. */
async function renderVersionLists(root: string, versions: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const manifests: string[] = [];
  for await (const file of glob(MANIFESTS, { cwd: root })) manifests.push(file.replaceAll("\\", "/"));
  manifests.sort();
  const files = await Promise.all(
    manifests.map(async (file): Promise<[string, string]> => {
      return [file, listPackages(await readFile(join(root, file), "utf8"), versions)];
    }),
  );
  const list: [string, string][] = manifests.includes("packages/versions/package.json")
    ? [[LIST, emitVersionList(versions)]]
    : [];
  return new Map([...files, ...list, ...(await renderReadme(root, versions))]);
}

/** `packages/versions/src/index.ts`: every API version as a value, for tests and tools that go through all of them. */
function emitVersionList(versions: readonly string[]): string {
  const identifiers = versions.map(versionIdentifier);
  return [
    "// Generated from specs/versions.yaml by `pnpm codegen`. Do not edit: change the list.\n\n",
    ...versions.map((version) => `import { ${versionIdentifier(version)} } from "${packageName(version)}";\n`),
    `\nexport { ${identifiers.join(", ")} };\n`,
    `\n${docComment("Every API version, oldest first.")}export const apis = [${identifiers.join(", ")}] as const;\n`,
    `\n${docComment("The newest API version.")}export const newest = ${identifiers.at(-1)};\n`,
  ].join("");
}

/** The rows of the version packages in the README's table, as wide as the first of them. */
async function renderReadme(root: string, versions: readonly string[]): Promise<[string, string][]> {
  const text = await readFile(join(root, README), "utf8").catch(() => "");
  const rows = text.split("\n").filter((line) => line.startsWith("| [`@nectar-sdk/api-v"));
  const [first] = rows;
  if (first === undefined) return [];
  const [, name = "", description = ""] = first.split("|");
  const row = (version: string): string => {
    const link = ` [\`${packageName(version)}\`](${packageFolder(version)})`;
    const text = ` types, operation table and document of API ${version}`;
    return `|${link.padEnd(name.length)}|${text.padEnd(description.length)}|`;
  };
  const before = `${rows.join("\n")}\n`;
  return [[README, text.replace(before, () => `${versions.map(row).join("\n")}\n`)]];
}
