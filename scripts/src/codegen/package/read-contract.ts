import { readFile } from "node:fs/promises";
import { join } from "node:path";

const SOURCE = join(import.meta.dirname, "../../../../packages/client/src/contract.ts");

/** `contract.ts`: types that every package shares with the client, which owns the file. */
export async function readContract(): Promise<string> {
  return (await readFile(SOURCE, "utf8")).replaceAll("\r\n", "\n");
}
