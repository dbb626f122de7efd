import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { asObject, asString, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";
import { parseOverlay } from "@nectar-sdk/openapi/overlay";
import { parse } from "yaml";
import type { VersionChanges } from "./build-document.ts";
import { mergeSource, type Source, type SourceFile } from "./source.ts";

/** Reads the shapes of all versions from `specs/reconstruction`. */
export async function readSource(folder: string): Promise<Source> {
  const document = await readFileAsSource(join(folder, "document.yaml"));
  return mergeSource(document, await readYamlFolder(join(folder, "shapes")));
}

/** Reads what each version changes from `specs/reconstruction/versions`. */
export async function readVersions(folder: string): Promise<VersionChanges[]> {
  const files = await readYamlFolder(join(folder, "versions"));
  return files.map(({ name, content }) => ({
    version: basename(name, ".yaml"),
    server: asString(content["x-server"], `${name}: x-server`),
    pathParameters: stringsOf(objectAt(content, "x-path-parameters", name), name),
    overlay: parseOverlay(content, name),
  }));
}

async function readYamlFolder(folder: string): Promise<SourceFile[]> {
  // Sorted, since the order of a folder's entries differs between file systems.
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => readFileAsSource(join(folder, name))));
}

async function readFileAsSource(path: string): Promise<SourceFile> {
  const content: unknown = parse(await readFile(path, "utf8"));
  return { name: basename(path), content: asObject(content, basename(path)) };
}

function stringsOf(object: JsonObject, where: string): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, asString(value, `${where}.${key}`)]));
}
