import type { Json, JsonObject } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import { collectReferences, listComponents, readComponentKind, toComponentKey } from "./components.ts";
import { type Renames, translate } from "./session.ts";

/**
 * Finds components with a new name and the same content, such as `schemas/MeterList` for `schemas/Meters`. If two
 * candidates match, neither counts as renamed. One rename can reveal the next: components that refer to it then match, too.
 */
export function findRenames(before: JsonObject, after: JsonObject): Renames {
  const renames = new Map<string, string>();
  const [left, right] = [listComponents(before), listComponents(after)];
  const gone = new Map([...left].filter(([key]) => !right.has(key) && isReferred(key)));
  const fresh = createGroups([...right].filter(([key]) => !left.has(key) && isReferred(key)));
  const old = createGroups([...gone]);
  const referrers = findReferrers(gone);
  let touched: ReadonlySet<string> = new Set(old.keys.keys());
  // Each wave only reads the components again that refer to those of the last one.
  while (touched.size > 0) {
    const found = [...touched].flatMap((content) => takePair(content, old, fresh));
    for (const [from, to] of found) renames.set(from, to);
    const changed = new Set(found.flatMap(([from]) => [...(referrers.get(from) ?? [])]));
    touched = new Set(
      [...changed]
        .filter((key) => old.contents.has(key))
        .flatMap((key) => regroup(old, key, gone.get(key) ?? null, renames)),
    );
  }
  return renames;
}

type Entry = readonly [key: string, component: Json];

/** Components by kind and content. */
interface Groups {
  readonly keys: Map<string, Set<string>>;
  readonly contents: Map<string, string>;
}

/** Requirements name security schemes instead of referring to them, so another name means another scheme. */
function isReferred(key: string): boolean {
  return readComponentKind(key) !== "securitySchemes";
}

function createGroups(entries: readonly Entry[]): Groups {
  const groups: Groups = { keys: new Map(), contents: new Map() };
  for (const [key, component] of entries) addToGroup(groups, key, readContent(key, component, new Map()));
  return groups;
}

function addToGroup(groups: Groups, key: string, content: string): void {
  const group = groups.keys.get(content) ?? new Set();
  groups.keys.set(content, group.add(key));
  groups.contents.set(key, content);
}

/** Takes the component with a content out of both sides if it is the only one on each. */
function takePair(content: string, old: Groups, fresh: Groups): [from: string, to: string][] {
  const [[from, ...others], [to, ...alsoTo]] = [
    [...(old.keys.get(content) ?? [])],
    [...(fresh.keys.get(content) ?? [])],
  ];
  if (from === undefined || to === undefined || others.length + alsoTo.length > 0) return [];
  old.keys.delete(content);
  old.contents.delete(from);
  fresh.keys.delete(content);
  return [[from, to]];
}

/** Reads a component again, and returns the contents whose groups changed. */
function regroup(groups: Groups, key: string, component: Json, renames: Renames): string[] {
  const [known = "", content] = [groups.contents.get(key), readContent(key, component, renames)];
  groups.keys.get(known)?.delete(key);
  addToGroup(groups, key, content);
  return [known, content];
}

function findReferrers(components: ReadonlyMap<string, Json>): ReadonlyMap<string, ReadonlySet<string>> {
  const referrers = new Map<string, Set<string>>();
  for (const [key, component] of components) {
    for (const reference of collectReferences(component)) {
      const target = toComponentKey(reference) ?? "";
      referrers.set(target, (referrers.get(target) ?? new Set()).add(key));
    }
  }
  return referrers;
}

/** The kind and content of a component, in which its own name does not count. */
function readContent(key: string, component: Json, renames: Renames): string {
  const rename = (reference: string) => (toComponentKey(reference) === key ? "#itself" : translate(renames, reference));
  return `${readComponentKind(key)} ${toCanonical(component, rename)}`;
}
