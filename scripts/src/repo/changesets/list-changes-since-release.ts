import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual, promisify } from "node:util";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { parseJson } from "../../shared/parse-json.ts";

const execute = promisify(execFile);

/** Fields of a `package.json` that users of the package do not see. */
const PRIVATE_FIELDS = ["version", "scripts", "devDependencies"] as const;

/**
 * Lists the files of a package that differ from its latest release, relative to its folder. A release is the commit that last wrote the
 * CHANGELOG.md of the package, as `changeset version` does. Without a release, every file counts.
 *
 * @throws {Error} when the history ends before the release, as in a shallow clone
 */
export async function listChangesSinceRelease(root: string, folder: string): Promise<string[]> {
  const [release] = await runGit(root, "log", "--max-count=1", "--format=%H", "--", `${folder}/CHANGELOG.md`);
  if (release === undefined) return runGit(join(root, folder), "ls-files");
  const [shallow] = await runGit(root, "rev-parse", "--is-shallow-repository");
  if (shallow === "true") {
    throw new Error("This clone is shallow, so the latest release is unknown: run `git fetch --unshallow` first");
  }
  const files = await runGit(join(root, folder), "diff", "--name-only", "--relative", release, "--", ".");
  const isManifestPublic = files.includes("package.json") && (await differsForUsers(root, folder, release));
  return files.filter((file) => file !== "package.json" || isManifestPublic);
}

async function differsForUsers(root: string, folder: string, release: string): Promise<boolean> {
  const file = `${folder}/package.json`;
  const [before, now] = await Promise.all([
    execute("git", ["show", `${release}:${file}`], { cwd: root }).then(({ stdout }) => stdout),
    readFile(join(root, file), "utf8"),
  ]);
  return !isDeepStrictEqual(readPublicFields(before, file), readPublicFields(now, file));
}

function readPublicFields(text: string, file: string): JsonObject {
  const fields = Object.entries(asObject(parseJson(text, file), file));
  return Object.fromEntries(fields.filter(([name]) => !PRIVATE_FIELDS.some((field) => field === name)));
}

/** Runs a git command and returns the lines that it prints. */
async function runGit(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const { stdout } = await execute("git", [...args], { cwd, maxBuffer: 2 ** 26 });
  return stdout.split("\n").filter((line) => line !== "");
}
