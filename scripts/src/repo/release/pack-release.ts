import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { asString, type JsonObject } from "@nectar-sdk/openapi/document";
import { create, extract } from "tar";
import { formatJson } from "../../shared/format-json.ts";
import { listFiles } from "../../shared/list-files.ts";
import { listPublished, readManifest } from "../../shared/read-manifest.ts";
import { checkPacked } from "./check-packed.ts";
import { type Repository, readRepository, toReleaseManifest } from "./repository.ts";
import { rewriteLinks } from "./rewrite-links.ts";

/** npm sets this time on every file, so the same content has the same bytes. */
const MODIFIED = new Date("1985-10-26T08:15:00Z");

/** The arguments of {@link packRelease}. */
export interface ReleaseOptions {
  /** Root of the repository. */
  readonly root: string;
  /** Folder of the tarballs; those of an earlier release are deleted there. */
  readonly out: string;
  /** The commit that links in READMEs point at. */
  readonly commit: string;
  /** Packs the package of a folder into a tarball, as `pnpm pack` does. */
  readonly pack: (folder: string, file: string) => Promise<void>;
  /** Whether to pack a version of a package. @default every package */
  readonly select?: (name: string, version: string) => Promise<boolean>;
}

/** A tarball that can be published. */
export interface ReleasePackage {
  readonly name: string;
  readonly version: string;
  /** Folder of the package below the root. */
  readonly directory: string;
  /** Path of the tarball. */
  readonly file: string;
  readonly hasChangelog: boolean;
}

/**
 * Packs the published packages into a folder, with its repository in the manifest and absolute links in the README.
 *
 * @throws {Error} when the root names no repository, or with every problem of the packages
 */
export async function packRelease({
  root,
  out,
  commit,
  pack,
  select = async () => true,
}: ReleaseOptions): Promise<ReleasePackage[]> {
  const repository = readRepository(await readManifest(root));
  const temporary = await mkdtemp(join(tmpdir(), "release-"));
  try {
    const prepared: { readonly folder: string; readonly directory: string; readonly manifest: JsonObject }[] = [];
    for (const directory of await listPublished(root)) {
      const { name, version } = await readManifest(join(root, directory));
      if (!(await select(asString(name, directory), asString(version, directory)))) continue;
      const folder = join(temporary, directory.replaceAll("/", "-"));
      await mkdir(folder);
      await pack(join(root, directory), `${folder}.tgz`);
      await extract({ file: `${folder}.tgz`, cwd: folder });
      prepared.push({
        folder,
        directory,
        manifest: await prepare(join(folder, "package"), { root, directory, repository, commit }),
      });
    }
    await mkdir(out, { recursive: true });
    for (const file of await readdir(out)) if (/\.(tgz|cdx\.json)$/.test(file)) await rm(join(out, file));
    return await Promise.all(
      prepared.map(async ({ folder, directory, manifest }) => ({
        directory,
        ...(await repack(folder, manifest, out)),
      })),
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface PackagePlace {
  readonly root: string;
  /** Folder of the package below the root. */
  readonly directory: string;
  readonly repository: Repository;
  readonly commit: string;
}

/** Rewrites the manifest and the README of an unpacked package, and checks its files. */
async function prepare(folder: string, place: PackagePlace): Promise<JsonObject> {
  const manifest = toReleaseManifest(await readManifest(folder), place.repository, place.directory);
  await writeFile(join(folder, "package.json"), formatJson(manifest));
  const problems = checkPacked(manifest, new Set(await listFiles(folder)));
  if (problems.length > 0) throw new Error(problems.map((problem) => `${place.directory}: ${problem}`).join("\n"));
  const readme = join(folder, "README.md");
  await writeFile(readme, await makeLinksAbsolute(await readFile(readme, "utf8"), place));
  return manifest;
}

async function makeLinksAbsolute(
  readme: string,
  { root, directory, repository, commit }: PackagePlace,
): Promise<string> {
  const folders = new Set<string>();
  const targets = new Set<string>();
  rewriteLinks(readme, (target) => {
    targets.add(toPath(target, directory));
    return target;
  });
  for (const path of targets) {
    const found = await stat(join(root, path)).catch(() => undefined);
    if (found === undefined) throw new Error(`${directory}/README.md links to ${path}, which does not exist`);
    if (found.isDirectory()) folders.add(path);
  }
  return rewriteLinks(readme, (target, kind) => {
    const path = toPath(target, directory);
    const url = repository.toUrl(path, kind === "image" ? "raw" : folders.has(path) ? "folder" : "file", commit);
    return url + (/#.*$/.exec(target)?.[0] ?? "");
  });
}

/** Resolves a link of a package's README to a path below the root. */
function toPath(target: string, directory: string): string {
  const path = posix.join(directory, target.replace(/[?#].*$/, ""));
  if (path.startsWith(".."))
    throw new Error(`${directory}/README.md links to ${target}, which is outside the repository`);
  return path.replace(/\/$/, "");
}

async function repack(folder: string, manifest: JsonObject, out: string): Promise<Omit<ReleasePackage, "directory">> {
  const name = asString(manifest["name"], "name");
  const version = asString(manifest["version"], "version");
  const file = join(out, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  const files = (await listFiles(join(folder, "package"))).map((path) => `package/${path}`);
  await create({ file, cwd: folder, gzip: { level: 9 }, portable: true, mtime: MODIFIED }, files);
  return { name, version, file, hasChangelog: files.includes("package/CHANGELOG.md") };
}
