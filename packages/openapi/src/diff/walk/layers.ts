import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";

/**
 * A schema with its `allOf` split into its own keywords and its references.
 * `{ $ref: X }`, `{ allOf: [{ $ref: X }] }` and `{ anyOf: [{ $ref: X }, { type: null }] }` have the same layers,
 * so that moving between these spellings is not a change (apart from `nullable`).
 */
export interface Layers {
  readonly references: readonly string[];
  readonly objects: readonly JsonObject[];
  readonly nullable: boolean;
}

/** Splits a schema into layers without following references. */
export function readLayers(schema: Json | undefined): Layers {
  if (schema === false) return { references: [], objects: [{ not: {} }], nullable: false };
  if (!isObject(schema)) return { references: [], objects: [], nullable: false };
  const { $ref: _reference, allOf, ...own } = schema;
  const reference = readReference(schema);
  const branches = isArray(allOf) ? allOf.map(readLayers) : [];
  const ownLayers = withoutNullBranch(own);
  return {
    references: unique([
      ...(reference === undefined ? [] : [reference]),
      ...branches.flatMap((branch) => branch.references),
      ...ownLayers.references,
    ]),
    objects: [...ownLayers.objects, ...branches.flatMap((branch) => branch.objects)],
    nullable: ownLayers.nullable,
  };
}

/** Returns the target of a reference; `undefined` keeps the reference. */
export type Follow = (reference: string) => Json | undefined;

/** Follows references, and those found behind them, into layers. A circle is followed once. */
export function expand(layers: Layers, follow: Follow): Layers {
  const kept: string[] = [];
  const objects = [...layers.objects];
  const followed = new Set<string>();
  const behind: Layers[] = [];
  const pending = [...layers.references];
  for (let reference = pending.shift(); reference !== undefined; reference = pending.shift()) {
    const target = follow(reference);
    if (target === undefined) kept.push(reference);
    if (target === undefined || followed.has(reference)) continue;
    followed.add(reference);
    const inner = readLayers(target);
    behind.push(inner);
    objects.push(...inner.objects);
    pending.push(...inner.references);
  }
  return { references: unique(kept), objects, nullable: layers.nullable || inheritsNull(layers, behind) };
}

/** Null is inherited from references if nothing beside them decides on types, and each of them that does allows it. */
function inheritsNull(layers: Layers, behind: readonly Layers[]): boolean {
  const deciding = behind.filter(({ nullable, objects }) => nullable || objects.some(decidesOnType));
  return !layers.objects.some(decidesOnType) && deciding.length > 0 && deciding.every(({ nullable }) => nullable);
}

function decidesOnType(object: JsonObject): boolean {
  return ["type", "enum", "const", "oneOf", "anyOf"].some((key) => Object.hasOwn(object, key));
}

/** `anyOf: [X, { type: "null" }]` is X, nullable. */
function withoutNullBranch(own: JsonObject): Layers {
  const nullable = own["nullable"] === true;
  for (const keyword of ["anyOf", "oneOf"]) {
    const { [keyword]: branches, ...rest } = own;
    if (!isArray(branches)) continue;
    const others = branches.filter((branch) => !isNullSchema(branch));
    const only = others.length === 1 ? readLayers(others[0]) : undefined;
    const hasNull = others.length < branches.length;
    if (only !== undefined) return merge(rest, only, nullable || hasNull || only.nullable);
    if (hasNull) return { references: [], objects: [{ ...rest, [keyword]: others }], nullable: true };
  }
  return { references: [], objects: Object.keys(own).length === 0 ? [] : [own], nullable };
}

function merge(rest: JsonObject, only: Layers, nullable: boolean): Layers {
  const objects = Object.keys(rest).length === 0 ? only.objects : [rest, ...only.objects];
  return { references: only.references, objects, nullable };
}

function isNullSchema(schema: Json): boolean {
  if (!isObject(schema)) return false;
  const values = schema["enum"];
  return (
    schema["type"] === "null" ||
    schema["const"] === null ||
    (isArray(values) && values.every((value) => value === null))
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
