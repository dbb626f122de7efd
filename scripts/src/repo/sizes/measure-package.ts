import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { asObject, asString, isArray, type JsonObject } from "@nectar-sdk/openapi/document";

/** A package as npm would publish it. */
export interface PackedPackage {
  /** Bytes of the tarball. */
  readonly tarball: number;
  /** Paths in the package, sorted. */
  readonly files: readonly string[];
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
  if (!paths.includes("dist/esm/index.js")) throw new Error(`${folder} has not been built; run \`pnpm build\` first`);
  return { tarball: Number(size), files: paths.sort() };
}

/** npm prints a list; its next major version prints an object by package name. */
function readPack(output: unknown): JsonObject {
  const [pack] = isArray(output) ? output : Object.values(asObject(output, "npm pack"));
  return asObject(pack, "npm pack");
}
