import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PackageFiles } from "../generate-package.ts";
import type { StaleFile } from "./compare-package.ts";

/** Writes what is stale and removes what is left over; up-to-date files keep their timestamps. */
export async function writePackage(folder: string, files: PackageFiles, stale: readonly StaleFile[]): Promise<void> {
  for (const { file } of stale) {
    const path = join(folder, file);
    const content = files.get(file);
    if (content === undefined) await rm(path);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }
}
