import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CheckedVersion } from "../check-specs.ts";
import { guardFiles } from "../guard/guard-files.ts";
import { type GeneratedFile, updateFolder } from "../package/update-folder.ts";
import { emitVersionFields } from "./emit-version-fields.ts";

const MIGRATE = "packages/migrate";

const VALUES = {
  "src/runtime/version-fields.ts": ["versionFields", "usageFigures"],
};

/** The generated files of `@nectar-sdk/migrate`, with notes. */
export interface WrittenMigration {
  readonly files: readonly GeneratedFile[];
  readonly notes: readonly string[];
}

/** Writes what the migration package knows about the versions. */
export async function writeMigration(
  root: string,
  versions: readonly CheckedVersion[],
  write: boolean,
): Promise<WrittenMigration> {
  if (!existsSync(join(root, MIGRATE))) return { files: [], notes: [] };
  const fields = emitVersionFields(versions);
  const note = "// Generated from specs by `pnpm codegen`. Do not edit.\n\n";
  const sources = guardFiles(new Map([["src/runtime/version-fields.ts", note + fields.source]]), VALUES);
  return { files: await updateFolder(sources, { root, folder: MIGRATE, write }), notes: fields.notes };
}
