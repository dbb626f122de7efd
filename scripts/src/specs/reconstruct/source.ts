import { type Json, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";

/** The reconstruction source: `document.yaml` and the files of `shapes/`, merged by section. */
export interface Source {
  /** What the documents share apart from operations and shapes. */
  readonly document: JsonObject;
  /** Path items in the short form, each with the tag of its file. */
  readonly paths: ReadonlyMap<string, Tagged>;
  readonly webhooks: ReadonlyMap<string, Tagged>;
  readonly schemas: ReadonlyMap<string, JsonObject>;
  /** Partial shapes that schemas extend; no component of their own. */
  readonly fragments: ReadonlyMap<string, JsonObject>;
  readonly pages: ReadonlyMap<string, JsonObject>;
  readonly parameters: ReadonlyMap<string, JsonObject>;
}

/** A path item or webhook with the tag of the file that it stands in. */
export interface Tagged {
  readonly tag: string;
  readonly item: JsonObject;
}

/** A parsed file of the source. */
export interface SourceFile {
  readonly name: string;
  readonly content: JsonObject;
}

const SECTIONS = new Set(["tag", "paths", "webhooks", "schemas", "fragments", "pages", "parameters"]);

/** Merges the parsed files; throws on an unknown section and on a name that two files use. */
export function mergeSource(document: SourceFile, shapes: readonly SourceFile[]): Source {
  const files = [{ name: document.name, content: pickShared(document.content) }, ...shapes];
  for (const { name, content } of files) {
    const unknown = Object.keys(content).find((section) => !SECTIONS.has(section));
    if (unknown !== undefined) throw new TypeError(`${name}: unknown section "${unknown}"`);
  }
  return {
    document: document.content,
    paths: collectTagged(files, "paths"),
    webhooks: collectTagged(files, "webhooks"),
    schemas: collect(files, "schemas"),
    fragments: collect(files, "fragments"),
    pages: collect(files, "pages"),
    parameters: collect(files, "parameters"),
  };
}

function pickShared(content: JsonObject): JsonObject {
  return { schemas: content["schemas"] ?? {}, parameters: content["parameters"] ?? {} };
}

function collect(files: readonly SourceFile[], section: string): Map<string, JsonObject> {
  return gather(files, section, (item) => item);
}

function collectTagged(files: readonly SourceFile[], section: string): Map<string, Tagged> {
  return gather(files, section, (item, file) => {
    const tag: Json | undefined = file.content["tag"];
    if (typeof tag !== "string") throw new TypeError(`${file.name}: a file with ${section} needs a tag`);
    return { tag, item };
  });
}

function gather<T>(
  files: readonly SourceFile[],
  section: string,
  make: (item: JsonObject, file: SourceFile) => T,
): Map<string, T> {
  const gathered = new Map<string, T>();
  for (const file of files) {
    const entries = objectAt(file.content, section, file.name);
    for (const name of Object.keys(entries)) {
      if (gathered.has(name)) throw new TypeError(`${file.name}: ${section} "${name}" is defined twice`);
      gathered.set(name, make(objectAt(entries, name, `${file.name}.${section}`), file));
    }
  }
  return gathered;
}
