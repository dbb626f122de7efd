import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { parseJson } from "./parse-json.ts";

/** The `package.json` of a folder. */
export async function readManifest(folder: string): Promise<JsonObject> {
  const file = join(folder, "package.json");
  return asObject(parseJson(await readFile(file, "utf8"), file), file);
}
