import type { JsonObject } from "../../document/json.ts";
import { METHODS } from "../../document/list-operations.ts";
import { objectIn } from "../../document/lookup.ts";
import { templateForm } from "../../document/path-template.ts";
import type { Change } from "../judge/change.ts";
import { placeOf } from "../judge/place.ts";
import { follow } from "../walk/references.ts";
import { compareOtherKeywords, keywordsOf } from "./compare-keywords.ts";

/** Compared with each operation below the path. */
const HANDLED: ReadonlySet<string> = new Set([...METHODS, "parameters", "servers"]);

/** Compares what paths say beside their operations: texts and extensions. */
export function comparePathItems(before: JsonObject, after: JsonObject): Change[] {
  const earlier = new Map(pathItems(before).map(([path, item]) => [templateForm(path), item]));
  return pathItems(after).flatMap(([path, item]) => {
    const left = earlier.get(templateForm(path));
    if (left === undefined) return [];
    return compareOtherKeywords(placeOf("path", path, "none", []), keywordsOf(left), keywordsOf(item), HANDLED);
  });
}

function pathItems(document: JsonObject): [string, JsonObject][] {
  const paths = objectIn(document, "paths");
  return Object.keys(paths).map((path) => [path, follow(document, paths[path])]);
}
