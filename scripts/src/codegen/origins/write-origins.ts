import { join } from "node:path";
import { readIfExists } from "../../shared/read-if-exists.ts";
import { replaceBetween } from "../../shared/replace-between.ts";
import { readLock } from "../../specs/lock/spec-lock.ts";
import { type GeneratedFile, updateFolder } from "../package/update-folder.ts";
import { formatOrigins } from "./format-origins.ts";

/** People write this file, except for the part with the origins. */
export const ORIGINS_FILE = "specs/PROVENANCE.md";

/** Updates the part of `specs/PROVENANCE.md` between its markers `origins`. */
export async function writeOrigins(
  root: string,
  versions: readonly string[],
  write: boolean,
): Promise<GeneratedFile[]> {
  const text = await readIfExists(join(root, ORIGINS_FILE));
  if (text === undefined) return [];
  const origins = formatOrigins(await readLock(join(root, "specs")), versions);
  return updateFolder(new Map([[ORIGINS_FILE, replaceBetween(ORIGINS_FILE, text, "origins", origins)]]), {
    root,
    folder: "",
    write,
  });
}
