import type { Json, JsonObject } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import { listComponents, readComponentKind, toComponentKey } from "./components.ts";
import { type Renames, translate } from "./session.ts";

/**
 * Finds components with a new name and the same content, such as `schemas/MeterList` for `schemas/Meters`. If two
 * candidates match, neither counts as renamed. One rename can reveal the next: components that refer to it then match, too.
 */
export function findRenames(before: JsonObject, after: JsonObject): Renames {
  const renames = new Map<string, string>();
  const [left, right] = [listComponents(before), listComponents(after)];
  const gone = [...left].filter(([key]) => !right.has(key) && isReferred(key));
  const fresh = [...right].filter(([key]) => !left.has(key) && isReferred(key));
  for (let known = -1; known < renames.size; ) {
    known = renames.size;
    for (const [from, to] of samePairs(gone, fresh, renames)) renames.set(from, to);
  }
  return renames;
}

type Entry = readonly [key: string, component: Json];

/** Requirements name security schemes instead of referring to them, so another name means another scheme. */
function isReferred(key: string): boolean {
  return readComponentKind(key) !== "securitySchemes";
}

function samePairs(gone: readonly Entry[], fresh: readonly Entry[], renames: Renames): [string, string][] {
  const taken = new Set(renames.values());
  const left = keysByContent(
    gone.filter(([key]) => !renames.has(key)),
    renames,
  );
  const right = keysByContent(
    fresh.filter(([key]) => !taken.has(key)),
    new Map(),
  );
  return [...left].flatMap(([content, [from, ...others]]) => {
    const [to, ...alsoTo] = right.get(content) ?? [];
    const isClear = from !== undefined && to !== undefined && others.length + alsoTo.length === 0;
    return isClear ? [[from, to]] : [];
  });
}

/** Groups keys by kind and content; a component's own name in its content does not count. */
function keysByContent(entries: readonly Entry[], renames: Renames): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, component] of entries) {
    const rename = (reference: string) =>
      toComponentKey(reference) === key ? "#itself" : translate(renames, reference);
    const content = `${readComponentKind(key)} ${toCanonical(component, rename)}`;
    found.set(content, [...(found.get(content) ?? []), key]);
  }
  return found;
}
