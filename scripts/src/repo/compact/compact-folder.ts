import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compactText, isEmptyModule } from "./compact-text.ts";

/** Compacts every compiled file of a folder, and removes the modules that say nothing. Doing it twice changes nothing more. */
export async function compactFolder(folder: string): Promise<void> {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.(js|d\.ts)$/.test(file)) continue;
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    // Nothing imports it at run time, and declarations are found by the name of a module whether or not there is one.
    if (file.endsWith(".js") && isEmptyModule(text)) await rm(path);
    else await writeFile(path, compactText(text));
  }
}
