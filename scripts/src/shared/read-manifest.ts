import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { parseJson } from "./parse-json.ts";

/** The `package.json` of a folder. */
export async function readManifest(folder: string): Promise<JsonObject> {
  const file = join(folder, "package.json");
  return asObject(parseJson(await readFile(file, "utf8"), file), file);
}

/** Lists the folders of the published packages below the root, sorted. */
export async function listPublished(root: string): Promise<string[]> {
  const folders = (await readdir(join(root, "packages"))).sort().map((name) => `packages/${name}`);
  const published: string[] = [];
  for (const folder of folders.filter((path) => existsSync(join(root, path, "package.json")))) {
    if ((await readManifest(join(root, folder)))["private"] !== true) published.push(folder);
  }
  return published;
}
