import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPreState } from "@changesets/pre";
import { asObject, asString, type JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { listPublished, readManifest } from "../../shared/read-manifest.ts";
import { copyRepository, type RepositoryCopy } from "../copy/copy-repository.ts";
import { packRelease } from "../release/pack-release.ts";
import type { ReadReleases } from "../release/registry-client.ts";
import { readPublishedVersions } from "../version/version-packages.ts";
import type { Versions } from "./moves/judge-moves.ts";
import type { Npm } from "./registry/prepare-npm.ts";

/** npm refuses provenance without a repository. This one is a placeholder. */
const REPOSITORY = "https://github.com/owner/name";
const AUTHOR = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@example.com"];

/** A copy of the repository with its own version control, from which packages are released. */
export interface ReleaseRepository extends AsyncDisposable {
  readonly root: string;
  /** The versions of the published packages. */
  readVersions(): Promise<Versions>;
  isPrerelease(): Promise<boolean>;
  /** The upstream document of an API version. */
  readDocument(version: string): Promise<JsonObject>;
  /** Runs a command of the repository, such as `codegen/cli.ts`. */
  runCommand(file: string, ...args: readonly string[]): Promise<string>;
  /** Lists the names of published packages with files that differ from the last commit. */
  listChanged(): Promise<string[]>;
  /** The paths that differ from the last commit. */
  readStatus(): Promise<string[]>;
  commit(message: string): Promise<void>;
  /** Builds the published packages whose files differ from those of the last build. All must be committed. */
  build(): Promise<void>;
  /** Packs, publishes and tags the versions that the registry lacks. Returns them: `@scope/name@1.0.0`. */
  publish(npm: Npm, readReleases: ReadReleases, out: string): Promise<string[]>;
  /** Checks the types of a project with the compiler of the repository. */
  checkTypes(project: string): Promise<void>;
}

/** Copies the repository, installs it and commits everything. */
export async function createReleaseRepository(): Promise<ReleaseRepository> {
  const copy = await copyRepository();
  const manifest = await readManifest(copy.root);
  await writeFile(join(copy.root, "package.json"), formatJson({ repository: REPOSITORY, ...manifest }));
  await copy.install();
  await git(copy, "init", "--quiet", "--initial-branch=main");
  const { root } = copy;
  const commit = async (message: string): Promise<void> => {
    await git(copy, "add", "--all");
    await git(copy, ...AUTHOR, "commit", "--quiet", "--no-verify", "--message", message);
  };
  const readStatus = async (): Promise<string[]> => {
    const status = await git(copy, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all");
    return status.split("\0").flatMap((line) => (line === "" ? [] : [line.slice("XY ".length)]));
  };
  await commit("before");
  const nameOwners = async (files: readonly string[]): Promise<string[]> => {
    const published = await listPublished(root);
    const folders = published.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
    return Promise.all(
      folders.map(async (folder) => asString((await readManifest(join(root, folder)))["name"], folder)),
    );
  };
  // The copy has the output of this commit.
  let built = (await git(copy, "rev-parse", "HEAD")).trim();
  return {
    root,
    commit,
    readStatus,
    readVersions: () => readPublishedVersions(root),
    isPrerelease: async () => (await readPreState(root))?.mode === "pre",
    async readDocument(version) {
      const file = join(root, "specs", version, "openapi.json");
      return asObject(parseJson(await readFile(file, "utf8"), file), file);
    },
    runCommand: (file, ...args) => copy.run(".", process.execPath, join("scripts/src", file), ...args),
    listChanged: async () => nameOwners(await readStatus()),
    async build() {
      const head = (await git(copy, "rev-parse", "HEAD")).trim();
      const changed = (await git(copy, "diff", "--name-only", built, head)).split("\n");
      const filters = (await nameOwners(changed)).map((name) => `--filter=${name}`);
      // The output of the others is in place. One after the other: a build deletes the output that another one reads.
      const options = ["--only", "--concurrency=1", "--output-logs=errors-only"];
      if (filters.length > 0) await copy.pnpm("exec", "turbo", "run", "build", ...options, ...filters);
      built = head;
    },
    publish: (npm, readReleases, out) => publish(copy, npm, readReleases, out),
    async checkTypes(project) {
      await copy.runBin(".", "typescript/bin/tsc", "--project", project);
    },
    [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
  };
}

async function publish(copy: RepositoryCopy, npm: Npm, readReleases: ReadReleases, out: string): Promise<string[]> {
  const commit = await git(copy, "rev-parse", "HEAD");
  const packages = await packRelease({
    root: copy.root,
    out,
    commit: commit.trim(),
    pack: async (folder, file) => {
      await copy.pnpm("--dir", folder, "pack", "--out", file);
    },
    select: async (name, version) => !(await readReleases(name)).has(version),
  });
  const published: string[] = [];
  for (const { name, version, file } of packages) {
    await npm.publish(file, version.includes("-") ? "next" : "latest");
    await git(copy, "tag", `${name}@${version}`);
    published.push(`${name}@${version}`);
  }
  return published;
}

function git(copy: RepositoryCopy, ...args: readonly string[]): Promise<string> {
  return copy.run(".", "git", ...args);
}
