import { readFile } from "node:fs/promises";

/** Reads a file as UTF-8; `undefined` if it does not exist. */
export async function readIfExists(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
