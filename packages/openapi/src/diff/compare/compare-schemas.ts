import { isArray, type Json } from "../../document/json.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import { enterStep, type Place, withNodes } from "../change/place.ts";
import { toCanonical } from "../change/canonical.ts";
import { toComponentKey, toShortName } from "../walk/components.ts";
import { excerptKeyword, excerptValue } from "../walk/describe.ts";
import { expand, type Layers, readLayers } from "../walk/layers.ts";
import { type Scope, translate } from "../walk/session.ts";
import { readShape, type Shape } from "../walk/shape.ts";
import { CONSTRAINT_KEYWORDS, compareConstraints } from "./compare-constraints.ts";
import { compareOtherKeywords } from "./compare-keywords.ts";
import { type CompareSchemas, compareObject } from "./compare-object.ts";
import { compareBranches } from "./compare-union.ts";
import { compareNullability, compareTypes, compareValues, EXTENSIBLE_ENUM } from "./compare-values.ts";

const HANDLED: ReadonlySet<string> = new Set([
  ...CONSTRAINT_KEYWORDS,
  EXTENSIBLE_ENUM,
  "additionalProperties",
  "items",
  "prefixItems",
  "discriminator",
]);

/**
 * Compares two schemas. A reference to the same component on both sides is equal here: the component reports its own
 * changes, once. References to different components, or a reference and a written-out schema, are compared by content.
 */
export function compareSchemas(
  scope: Scope,
  around: Place,
  before: Json | undefined,
  after: Json | undefined,
): Change[] {
  if (before === undefined && after === undefined) return [];
  const place = withNodes(around, before, after);
  const left = readLayers(before);
  const right = readLayers(after);
  const names = splitNames(scope, left, right);
  const changes = compareNames(place, names);
  if (isKnown(scope, names, left, right)) return changes;
  const isFollowed = (reference: string) => !names.common.has(reference);
  const leftFollowed = expand(scope.before.document, left, (reference) =>
    isFollowed(translate(scope.renames, reference)),
  );
  const rightFollowed = expand(scope.after.document, right, isFollowed);
  return [
    ...changes,
    ...compareUnresolved(scope, place, leftFollowed, rightFollowed),
    ...compareShapes(
      scope,
      place,
      [before, readShape(leftFollowed)],
      [after, readShape(rightFollowed)],
      names.common.size > 0,
    ),
  ];
}

/** The references of both sides, under the new names of their components. */
interface Names {
  readonly common: ReadonlySet<string>;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function splitNames(scope: Scope, left: Layers, right: Layers): Names {
  const before = left.references.map((reference) => translate(scope.renames, reference));
  const after = right.references;
  // Only components are compared elsewhere, under their name; other references are compared where they appear.
  const common = new Set(before.filter((name) => after.includes(name) && toComponentKey(name) !== undefined));
  return {
    common,
    before: before.filter((name) => !common.has(name)),
    after: after.filter((name) => !common.has(name)),
  };
}

function compareNames(place: Place, { before, after }: Names): Change[] {
  const [from, to] = [before, after].map((names) => names.map(toShortName).join(" & "));
  if (from === "" || to === "" || from === to) return [];
  return [createChange(place, "reference-changed", excerptValue(from), excerptValue(to))];
}

/** Whether this pair was already compared in the same subject, so that recursion ends. */
function isKnown(scope: Scope, names: Names, left: Layers, right: Layers): boolean {
  if (names.before.length + names.after.length === 0) return false;
  const key = toCanonical([names.before, names.after, left.objects, right.objects]);
  if (scope.visited.has(key)) return true;
  scope.visited.add(key);
  return false;
}

/** References that leave the document or have no target can only be compared by name. */
function compareUnresolved(scope: Scope, place: Place, left: Layers, right: Layers): Change[] {
  const before = left.references.map((name) => translate(scope.renames, name)).toSorted();
  const after = right.references.toSorted();
  if (before.join(" ") === after.join(" ")) return [];
  return [createChange(place, "keyword-changed", excerptReferences(before), excerptReferences(after))];
}

function excerptReferences(references: readonly string[]): Excerpt | undefined {
  return references.length === 0 ? undefined : excerptKeyword("$ref", references.join(" & "));
}

type Side = readonly [schema: Json | undefined, shape: Shape];

function compareShapes(scope: Scope, place: Place, left: Side, right: Side, partial: boolean): Change[] {
  const [beforeSchema, before] = left;
  const [afterSchema, after] = right;
  const recurse: CompareSchemas = (...sides) => compareSchemas(scope, ...sides);
  const rename = (reference: string) => translate(scope.renames, reference);
  const always = [
    ...compareNullability(place, before, after),
    ...compareOtherKeywords(place, before.keywords, after.keywords, HANDLED),
  ];
  if (becomesUnion(before, after)) {
    const branches = [
      before.union?.branches ?? single(beforeSchema),
      after.union?.branches ?? single(afterSchema),
    ] as const;
    return [...always, ...compareBranches(place, ...branches, rename, recurse)];
  }
  // Next to a shared reference, a schema may leave the type to the component.
  const silent = partial && (before.types === undefined || after.types === undefined);
  const types = silent ? [] : compareTypes(place, before, after);
  if (types.some((change) => change.kind === "type-changed")) return [...always, ...types];
  return [
    ...always,
    ...types,
    ...compareValues(place, before, after),
    ...compareConstraints(place, before.keywords, after.keywords),
    ...compareObject(place, before, after, recurse),
    ...compareItems(place, before, after, recurse),
    ...compareBranches(place, before.union?.branches ?? [], after.union?.branches ?? [], rename, recurse),
    ...compareUnionForm(place, before, after),
  ];
}

/** Whether exactly one side is a plain union: the other side may be one of its branches. */
function becomesUnion(before: Shape, after: Shape): boolean {
  if ((before.union === undefined) === (after.union === undefined)) return false;
  const withUnion = before.union === undefined ? after : before;
  return withUnion.types === undefined && withUnion.required.size === 0;
}

function single(schema: Json | undefined): readonly Json[] {
  return [schema ?? {}];
}

function compareItems(place: Place, before: Shape, after: Shape, recurse: CompareSchemas): Change[] {
  const left = before.keywords.get("prefixItems");
  const right = after.keywords.get("prefixItems");
  const tuples = [isArray(left) ? left : [], isArray(right) ? right : []] as const;
  const longest = Math.max(tuples[0].length, tuples[1].length);
  return [
    ...Array.from({ length: longest }, (_, index) =>
      recurse(enterStep(place, { kind: "items", name: String(index) }), tuples[0][index], tuples[1][index]),
    ).flat(),
    ...recurse(
      enterStep(place, { kind: "items", name: "" }),
      before.keywords.get("items"),
      after.keywords.get("items"),
    ),
  ];
}

function compareUnionForm(place: Place, before: Shape, after: Shape): Change[] {
  const changes: Change[] = [];
  if (before.union !== undefined && after.union !== undefined && before.union.keyword !== after.union.keyword) {
    changes.push(
      createChange(
        place,
        "union-keyword-changed",
        excerptValue(before.union.keyword),
        excerptValue(after.union.keyword),
      ),
    );
  }
  const left = before.keywords.get("discriminator");
  const right = after.keywords.get("discriminator");
  if (toCanonical(left) !== toCanonical(right)) {
    changes.push(
      createChange(
        place,
        "discriminator-changed",
        excerptKeyword("discriminator", left),
        excerptKeyword("discriminator", right),
      ),
    );
  }
  return changes;
}
