import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Version } from "../../shared/versions.ts";
import { upstreamName } from "./origin.ts";

const ENDINGS = ["json", "yaml", "yml"];

/**
 * Finds the document of a version in a folder, be that a copy of `specs` or the files under their upstream names.
 *
 * @throws {Error} when there is none, or more than one
 */
export async function findFile(folder: string, version: Version): Promise<string> {
  const candidates = [join(version, "openapi"), upstreamName(version)].flatMap((name) =>
    ENDINGS.map((ending) => `${name}.${ending}`),
  );
  const there = await Promise.all(candidates.map((candidate) => isFile(join(folder, candidate))));
  const [file, ...others] = candidates.filter((_, index) => there[index]);
  if (file === undefined) {
    const expected = `${version}/openapi.json or ${upstreamName(version)}.json`;
    throw new Error(`there is no document of this version; put ${expected} there (.yaml and .yml will do, too)`);
  }
  if (others.length > 0) throw new Error(`there is more than one document: ${[file, ...others].join(", ")}; leave one`);
  return join(folder, file);
}

async function isFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() ?? false;
}
