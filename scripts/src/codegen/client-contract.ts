import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ChangedFile } from "./codegen.ts";
import { compareFile } from "./package/compare-package.ts";
import { writePackage } from "./package/write-package.ts";
import { template } from "./template.ts";

const CLIENT = "packages/client";
const FILE = "src/contract.ts";
const NOTE =
  "// Generated from scripts/src/codegen/templates/contract.ts by `pnpm codegen`. Do not edit: change the template.";

/**
 * Gives the client the same contract that every version package has: it depends on none of them, and its types fit all.
 *
 * @returns the file if it was not as it should be
 */
export async function writeClientContract(root: string, write: boolean): Promise<ChangedFile[]> {
  const folder = join(root, CLIENT);
  if (!existsSync(folder)) return [];
  const content = `${NOTE}\n\n${await template("contract.ts")}`;
  const stale = await compareFile(folder, FILE, content);
  if (write) await writePackage(folder, new Map([[FILE, content]]), stale);
  return stale.map(({ file, state }) => ({ file: `${CLIENT}/${file}`, state }));
}
