import { isObject, type Json, type JsonObject } from "../../document/json.ts";
import { lookUp } from "../../document/pointer.ts";
import { collectReferences, toComponentKey } from "../walk/components.ts";
import { expand, type Layers } from "../walk/layers.ts";
import { type Scope, translate } from "../walk/session.ts";

/**
 * Whether a shared component that accepts other values than before has a property in common with the other layers. Such a component
 * reports a new property as one that no message had; together with the other layer, messages may have had it.
 */
export function meetsMovedProperties(scope: Scope, common: ReadonlySet<string>, left: Layers, right: Layers): boolean {
  if (![...common].some((reference) => scope.moved.has(toComponentKey(reference) ?? ""))) return false;
  return (
    haveOverlap(scope.before.document, left, (reference) => translate(scope.renames, reference), scope.moved) ||
    haveOverlap(scope.after.document, right, (reference) => reference, scope.moved)
  );
}

/** Whether both versions of a schema refer to a shared component that accepts other values than before. */
export function refersToMoved(scope: Scope, before: Json, after: Json): boolean {
  if (scope.moved.size === 0) return false;
  const later = collectReferences(after);
  return [...collectReferences(before)]
    .map((reference) => translate(scope.renames, reference))
    .some((reference) => later.has(reference) && scope.moved.has(toComponentKey(reference) ?? ""));
}

function haveOverlap(
  document: JsonObject,
  { references, objects }: Layers,
  rename: (reference: string) => string,
  moved: ReadonlySet<string>,
): boolean {
  const isMoved = (reference: string) => moved.has(toComponentKey(rename(reference)) ?? "");
  const parts = references.map((reference) => ({
    isMoved: isMoved(reference),
    names: readSharedNames(document, reference),
  }));
  const all = [{ isMoved: false, names: readNames(objects) }, ...parts];
  return all.some((part, index) =>
    all.slice(index + 1).some((other) => (part.isMoved || other.isMoved) && meet(part.names, other.names)),
  );
}

/** Names by document and reference: dense documents ask for the same ones thousands of times. */
const known = new WeakMap<JsonObject, Map<string, ReadonlySet<string>>>();

function readSharedNames(document: JsonObject, reference: string): ReadonlySet<string> {
  const ofDocument = known.get(document) ?? new Map<string, ReadonlySet<string>>();
  known.set(document, ofDocument);
  const follow = (name: string) => lookUp(document, name);
  const names =
    ofDocument.get(reference) ??
    readNames(expand({ references: [reference], objects: [], nullable: false }, follow).objects);
  ofDocument.set(reference, names);
  return names;
}

/** Stands for any name, where an object says what other properties it has. */
const ANY = "*";

function readNames(objects: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ properties, additionalProperties: extra, patternProperties: patterns }) => [
      ...(isObject(properties) ? Object.keys(properties).map((name) => `.${name}`) : []),
      ...(patterns !== undefined || (extra !== undefined && extra !== false) ? [ANY] : []),
    ]),
  );
}

function meet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  if (left.size === 0 || right.size === 0) return false;
  return left.has(ANY) || right.has(ANY) || [...left].some((name) => right.has(name));
}
