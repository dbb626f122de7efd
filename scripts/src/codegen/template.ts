import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Files that are the same in every package are kept as files, so that they are compiled, linted and read like any other. */
export async function template(name: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, "templates", name), "utf8");
  return text.replaceAll("\r\n", "\n");
}
