import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { asObject, asString, isArray, type JsonObject } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";

/** Upper limits of an api package, in bytes. */
export interface Budgets {
  /** The tarball that npm publishes. */
  readonly tarball: number;
  /** Everything that the package exports, bundled, minified and compressed. */
  readonly bundle: number;
}

/** A package as npm would publish it. */
export interface PackedPackage {
  /** Bytes of the tarball. */
  readonly tarball: number;
  /** Paths in the package, sorted. */
  readonly files: readonly string[];
}

/** Reads the limits from `specs/expectations.yaml`. */
export async function readBudgets(root: string): Promise<Budgets> {
  const file = "specs/expectations.yaml";
  const expectations = asObject(parse(await readFile(join(root, file), "utf8")), file);
  const { tarball, bundle } = asObject(expectations["apiPackage"], `${file}: apiPackage`);
  if (typeof tarball !== "number" || typeof bundle !== "number") {
    throw new Error(`${file}: apiPackage: expected \`tarball\` and \`bundle\` in bytes`);
  }
  return { tarball, bundle };
}

/**
 * Packs the package of a folder without writing the tarball.
 *
 * @throws {Error} when the package has not been built
 */
export async function measurePackage(folder: string): Promise<PackedPackage> {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", args, { cwd: folder });
  const { size, files } = readPack(JSON.parse(stdout));
  const paths = isArray(files) ? files.map((file) => asString(asObject(file, "file")["path"], "path")) : [];
  if (!paths.includes("dist/index.js")) throw new Error(`${folder} has not been built; run \`pnpm build\` first`);
  return { tarball: Number(size), files: paths.sort() };
}

/** npm prints a list; its next major version prints an object by package name. */
function readPack(output: unknown): JsonObject {
  const [pack] = isArray(output) ? output : Object.values(asObject(output, "npm pack"));
  return asObject(pack, "npm pack");
}
