import { isArray, type Json } from "../shared/json.ts";
import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";
import { CONSTRAINT_KEYWORDS, compareConstraints } from "./compare-constraints.ts";
import { type CompareSchemas, compareObject } from "./compare-object.ts";
import { compareOtherKeywords } from "./compare-text.ts";
import { compareNullability, compareTypes } from "./compare-types.ts";
import { compareBranches } from "./compare-union.ts";
import { compareValues, EXTENSIBLE_ENUM } from "./compare-values.ts";
import { keywordText } from "./describe.ts";
import { expand, type Layers, layersOf } from "./layers.ts";
import { atField, changeAt, type Place } from "./place.ts";
import { shortName } from "./references.ts";
import { type Scope, translate } from "./session.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** Nobody nests schemas deeper by hand; below, the rest is compared as a whole. */
const DEEPEST = 60;

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
  place: Place,
  before: Json | undefined,
  after: Json | undefined,
): Change[] {
  if (scope.depth > DEEPEST) {
    return canonical(before) === canonical(after) ? [] : [changeAt(place, "keyword-changed", "(deep)", "(deep)")];
  }
  const left = layersOf(before);
  const right = layersOf(after);
  const common = new Set(
    left.references.map((name) => translate(scope, name)).filter((name) => right.references.includes(name)),
  );
  const leftFollowed = expand(scope.before, left, (name) => !common.has(translate(scope, name)));
  const rightFollowed = expand(scope.after, right, (name) => !common.has(name));
  const named = compareNames(scope, place, left, right);
  if (named.seenBefore) return named.changes;
  const partial = leftFollowed.references.length > 0;
  const inner = { ...scope, depth: scope.depth + 1 };
  return [
    ...named.changes,
    ...compareUnresolved(scope, place, leftFollowed, rightFollowed),
    ...compareShapes(inner, place, [before, shapeOf(leftFollowed)], [after, shapeOf(rightFollowed)], partial),
  ];
}

interface NameComparison {
  readonly changes: Change[];
  /** This pair of names was compared elsewhere in the same subject. */
  readonly seenBefore: boolean;
}

function compareNames(scope: Scope, place: Place, left: Layers, right: Layers): NameComparison {
  const before = left.references.filter((name) => !right.references.includes(translate(scope, name)));
  const after = right.references.filter((name) => !left.references.some((other) => translate(scope, other) === name));
  if (before.length === 0 || after.length === 0) return { changes: [], seenBefore: false };
  const key = JSON.stringify([before, after, left.objects, right.objects]);
  const seenBefore = scope.visited.has(key);
  scope.visited.add(key);
  const change = changeAt(
    place,
    "reference-changed",
    before.map(shortName).join(" & "),
    after.map(shortName).join(" & "),
  );
  return { changes: [change], seenBefore };
}

/** References that lead out of the document or nowhere can only be compared by name. */
function compareUnresolved(scope: Scope, place: Place, left: Layers, right: Layers): Change[] {
  const before = left.references
    .map((name) => translate(scope, name))
    .sort()
    .join(" ");
  const after = right.references.toSorted().join(" ");
  return before === after
    ? []
    : [changeAt(place, "keyword-changed", keywordText("$ref", before), keywordText("$ref", after))];
}

type Side = readonly [schema: Json | undefined, shape: Shape];

function compareShapes(scope: Scope, place: Place, left: Side, right: Side, partial: boolean): Change[] {
  const [beforeSchema, before] = left;
  const [afterSchema, after] = right;
  const recurse: CompareSchemas = (...sides) => compareSchemas(scope, ...sides);
  const rename = (reference: string) => translate(scope, reference);
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
  // Beside a common reference the rest may leave the type to what is referred to.
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

/** One side is a union and nothing else, the other is none: it may be one of the branches. */
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
      recurse(atField(place, `[${index}]`), tuples[0][index], tuples[1][index]),
    ).flat(),
    ...recurse(atField(place, "[]"), before.keywords.get("items"), after.keywords.get("items")),
  ];
}

function compareUnionForm(place: Place, before: Shape, after: Shape): Change[] {
  const changes: Change[] = [];
  if (before.union !== undefined && after.union !== undefined && before.union.keyword !== after.union.keyword) {
    changes.push(changeAt(place, "union-keyword-changed", before.union.keyword, after.union.keyword));
  }
  const left = before.keywords.get("discriminator");
  const right = after.keywords.get("discriminator");
  if (canonical(left) !== canonical(right)) {
    changes.push(
      changeAt(place, "discriminator-changed", keywordText("discriminator", left), keywordText("discriminator", right)),
    );
  }
  return changes;
}
