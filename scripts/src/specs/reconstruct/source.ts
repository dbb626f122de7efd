import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { asObject, asString, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";
import { type Overlay, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { parse } from "yaml";

/** The source of the reconstruction: `document.yaml` and the files of `shapes/`, merged by section. */
export interface Source {
  /** The parts of all documents apart from operations and shapes. */
  readonly document: JsonObject;
  /** Path items in the short form, each with the tag of its file. */
  readonly paths: ReadonlyMap<string, Tagged>;
  readonly webhooks: ReadonlyMap<string, Tagged>;
  readonly schemas: ReadonlyMap<string, JsonObject>;
  /** Partial shapes that schemas extend; they are not components. */
  readonly fragments: ReadonlyMap<string, JsonObject>;
  readonly pages: ReadonlyMap<string, JsonObject>;
  readonly parameters: ReadonlyMap<string, JsonObject>;
}

/** A path item or webhook with the tag of its file. */
export interface Tagged {
  readonly tag: string;
  readonly item: JsonObject;
}

/** The differences of one version from the shapes of all versions. */
export interface VersionChanges {
  /** `v2.1` */
  readonly version: string;
  readonly server: string;
  /** Path parameters with another name in this version. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly overlay: Overlay;
}

/** A parsed file of the source. */
export interface SourceFile {
  readonly name: string;
  readonly content: JsonObject;
}

const SECTIONS = new Set(["tag", "paths", "webhooks", "schemas", "fragments", "pages", "parameters"]);

/** Reads the shapes of all versions from `specs/reconstruction`. */
export async function readSource(folder: string): Promise<Source> {
  return mergeSource(
    await readSourceFile(join(folder, "document.yaml")),
    await readSourceFiles(join(folder, "shapes")),
  );
}

/** Reads the changes of each version from `specs/reconstruction/versions`. */
export async function readVersionChanges(folder: string): Promise<VersionChanges[]> {
  const files = await readSourceFiles(join(folder, "versions"));
  return files.map(({ name, content }) => {
    const renamed = Object.entries(objectAt(content, "x-path-parameters", name));
    return {
      version: basename(name, ".yaml"),
      server: asString(content["x-server"], `${name}: x-server`),
      pathParameters: Object.fromEntries(renamed.map(([key, value]) => [key, asString(value, `${name}.${key}`)])),
      overlay: parseOverlay(content, name),
    };
  });
}

async function readSourceFiles(folder: string): Promise<SourceFile[]> {
  // Sorted, since file systems list a folder in different orders.
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => readSourceFile(join(folder, name))));
}

async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  return { name, content: asObject(parse(await readFile(path, "utf8")), name) };
}

/**
 * Merges the parsed files.
 *
 * @throws {TypeError} for an unknown section, and for a name that two files use
 */
export function mergeSource({ name, content }: SourceFile, shapes: readonly SourceFile[]): Source {
  const shared = { schemas: content["schemas"] ?? {}, parameters: content["parameters"] ?? {} };
  const files = [{ name, content: shared }, ...shapes];
  for (const file of files) {
    const unknown = Object.keys(file.content).find((section) => !SECTIONS.has(section));
    if (unknown !== undefined) throw new TypeError(`${file.name}: unknown section "${unknown}"`);
  }
  return {
    document: content,
    paths: collectEntries(files, "paths", addTag),
    webhooks: collectEntries(files, "webhooks", addTag),
    schemas: collectEntries(files, "schemas", (item) => item),
    fragments: collectEntries(files, "fragments", (item) => item),
    pages: collectEntries(files, "pages", (item) => item),
    parameters: collectEntries(files, "parameters", (item) => item),
  };
}

function collectEntries<T>(
  files: readonly SourceFile[],
  section: string,
  convert: (item: JsonObject, file: SourceFile) => T,
): Map<string, T> {
  const collected = new Map<string, T>();
  for (const file of files) {
    const entries = objectAt(file.content, section, file.name);
    for (const name of Object.keys(entries)) {
      if (collected.has(name)) throw new TypeError(`${file.name}: ${section} "${name}" is defined twice`);
      collected.set(name, convert(objectAt(entries, name, `${file.name}.${section}`), file));
    }
  }
  return collected;
}

function addTag(item: JsonObject, { name, content: { tag } }: SourceFile): Tagged {
  if (typeof tag !== "string") throw new TypeError(`${name}: a file with paths needs a tag`);
  return { tag, item };
}
