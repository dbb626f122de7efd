import { isArray, isObject, type Json } from "../../document/json.ts";

/** Examples and our own evidence notes: no reader of the contract depends on them, so the differ ignores them. */
export const IGNORED_KEYS: ReadonlySet<string> = new Set(["example", "examples", "x-evidence"]);

/** Below these keys, the document's author chooses the names, so `example` is an ordinary name. */
const KEYS_WITH_NAMES_BELOW = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "schemas",
  "responses",
  "parameters",
]);

/** Values below these keys are data, which must be equal. */
const KEYS_WITH_DATA_BELOW = new Set(["default", "enum", "const"]);

/** Writes a value so that equivalent values give the same string: sorts keys, drops ignored keys, renames local references. */
export function toCanonical(value: Json | undefined, rename: Rename = (reference) => reference): string {
  return JSON.stringify(value === undefined ? null : sortKeys(value, "keywords", rename));
}

/** Does the same for a value of the API, such as a default, in which every key counts. */
export function toCanonicalData(value: Json): string {
  return JSON.stringify(sortKeys(value, "data", (text) => text));
}

type Rename = (reference: string) => string;

type Content = "keywords" | "names" | "data";

function sortKeys(value: Json, content: Content, rename: Rename): Json {
  if (isArray(value)) return value.map((item) => sortKeys(item, content, rename));
  if (typeof value === "string") return content !== "data" && value.startsWith("#/") ? rename(value) : value;
  if (!isObject(value)) return value;
  const keys = Object.keys(value).filter((key) => content !== "keywords" || !IGNORED_KEYS.has(key));
  const entries = keys
    .sort()
    .map((key): [string, Json] => [key, sortKeys(value[key] ?? null, readContentBelow(key, content), rename)]);
  return Object.fromEntries(entries);
}

function readContentBelow(key: string, content: Content): Content {
  if (content === "data") return "data";
  if (content === "names") return "keywords";
  if (KEYS_WITH_DATA_BELOW.has(key)) return "data";
  return KEYS_WITH_NAMES_BELOW.has(key) ? "names" : "keywords";
}
