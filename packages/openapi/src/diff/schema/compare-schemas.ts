import type { Json, JsonObject } from "../../document/json.ts";
import { lookUp } from "../../document/pointer.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange, type Excerpt } from "../change/create-change.ts";
import { type Place, withNodes } from "../change/place.ts";
import { toComponentKey, toShortName } from "../walk/components.ts";
import { excerptKeyword, excerptSchema, excerptValue } from "../walk/describe.ts";
import { areDisjoint } from "../walk/disjoint.ts";
import { expand, type Follow, type Layers, readLayers } from "../walk/layers.ts";
import { type Scope, translate } from "../walk/session.ts";
import { isCondition, readShape, type Shape } from "../walk/shape.ts";
import { CONDITION_KEYWORDS, compareConditions } from "./compare-conditions.ts";
import { CONSTRAINT_KEYWORDS, compareConstraints } from "./compare-constraints.ts";
import { compareItems } from "./compare-items.ts";
import { compareOtherKeywords } from "./compare-keywords.ts";
import { type CompareSchemas, compareObject } from "./compare-object.ts";
import { compareBranches, compareUnionKeyword, type Unions } from "./compare-union.ts";
import { compareNullability, compareTypes, compareValues, EXTENSIBLE_ENUM } from "./compare-values.ts";
import { meetsMovedProperties, refersToMoved } from "./shared-overlap.ts";
import { withSharedParts } from "./shared-parts.ts";

const HANDLED: ReadonlySet<string> = new Set([
  ...CONSTRAINT_KEYWORDS,
  ...CONDITION_KEYWORDS,
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
  if (before === after) return [];
  const place = withNodes(around, before, after);
  if (before === false || after === false) return [compareRefusal(place, before, after)];
  const left = readLayers(before);
  const right = readLayers(after);
  const names = splitNames(scope, left, right);
  const changes = compareNames(place, names);
  const isAlone =
    names.before.length + names.after.length === 0 && toConditions(left.objects) === toConditions(right.objects);
  const isShallow = place.where.path.length < DEEPEST_MERGE;
  const overlaps = isAlone && meetsMovedProperties(scope, names.common, left, right);
  // Deeper down, the effect of the overlap is not known.
  if (overlaps && !isShallow) {
    changes.push(createChange(place, "keyword-changed", excerptSchema(before), excerptSchema(after)));
  }
  const meetsMoved = overlaps && isShallow;
  const isWhole = isAlone && !meetsMoved;
  if (isKnown(scope, names, left, right, isWhole)) return changes;
  const leftFollowed = expand(left, createFollow(scope, "before", names.common, isWhole));
  const rightFollowed = expand(right, createFollow(scope, "after", names.common, isWhole));
  if (meetsMoved) {
    const recurse: CompareSchemas = (...sides) => compareSchemas(scope, ...sides);
    const merged = withSharedParts(scope, place, names.common);
    return [...changes, ...compareObject(merged, readShape(leftFollowed), readShape(rightFollowed), recurse)];
  }
  return [
    ...changes,
    ...compareUnresolved(scope, place, leftFollowed, rightFollowed),
    ...compareShapes(
      scope,
      isAlone ? place : withSharedParts(scope, place, names.common),
      [before, readShape(leftFollowed)],
      [after, readShape(rightFollowed)],
    ),
  ];
}

/** Steps below a subject. Merging shared components may bring up more of them at each step, without end. */
const DEEPEST_MERGE = 4;

/** `false` refuses every value. */
function compareRefusal(place: Place, before: Json | undefined, after: Json | undefined): Change {
  const kind = after === false ? "schema-refused" : "schema-allowed";
  return createChange(place, kind, excerptSchema(before), excerptSchema(after));
}

/** Objects without their descriptions and extensions, which do not affect what is beside them. */
function toConditions(objects: readonly JsonObject[]): string {
  const conditions = objects.map((object) => Object.entries(object).filter(([key]) => isCondition(key)));
  return toCanonical(conditions.filter((own) => own.length > 0).map((own) => Object.fromEntries(own)));
}

/**
 * Creates a function that follows the references of one document. A component that both sides share reports its own changes, so it is
 * read only if other keywords differ beside it.
 */
function createFollow(scope: Scope, side: "before" | "after", common: ReadonlySet<string>, isAlone: boolean): Follow {
  const rename = (name: string) => (side === "before" ? translate(scope.renames, name) : name);
  return (reference) =>
    isAlone && common.has(rename(reference)) ? undefined : lookUp(scope[side].document, reference);
}

/** The references of both sides, under the new names of their components. */
interface Names {
  readonly common: ReadonlySet<string>;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function splitNames(
  { before: { document: earlier }, after: { document: later }, renames }: Scope,
  left: Layers,
  right: Layers,
): Names {
  const before = left.references.map((reference) => translate(renames, reference));
  const after = right.references;
  const isDangling = (name: string) => lookUp(later, name) === undefined;
  const lost = new Set(
    left.references
      .filter((reference) => (lookUp(earlier, reference) === undefined) !== isDangling(translate(renames, reference)))
      .map((reference) => translate(renames, reference)),
  );
  // Only components are compared elsewhere, under their name; other references are compared where they appear.
  const common = new Set(
    before.filter((name) => after.includes(name) && !lost.has(name) && toComponentKey(name) !== undefined),
  );
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

/** Whether this pair was already compared in the same subject, so that recursion ends. Only a reference can lead back to a schema. */
function isKnown(scope: Scope, names: Names, left: Layers, right: Layers, isAlone: boolean): boolean {
  const { before, after, common } = names;
  if (before.length + after.length + (isAlone ? 0 : common.size) === 0) return false;
  const key = toCanonical([
    before,
    after,
    [...common].sort(),
    left.objects,
    right.objects,
    left.nullable,
    right.nullable,
  ]);
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

function compareShapes(scope: Scope, place: Place, left: Side, right: Side): Change[] {
  const [beforeSchema, before] = left;
  const [afterSchema, after] = right;
  const recurse: CompareSchemas = (...sides) => compareSchemas(scope, ...sides);
  const always = [
    ...compareNullability(place, before, after),
    ...compareOtherKeywords(place, before.keywords, after.keywords, HANDLED),
  ];
  if (becomesUnion(before, after)) {
    return [...always, ...compareBranches(place, readUnions(scope, left, right), recurse)];
  }
  const types = compareTypes(place, before, after);
  if (types.some((change) => change.kind === "type-changed")) return [...always, ...types];
  return [
    ...always,
    ...types,
    ...compareValues(place, before, after),
    ...compareConstraints(place, before.keywords, after.keywords),
    ...compareConditions(place, before, after, recurse),
    ...compareObject(place, before, after, recurse),
    ...compareItems(place, before, after, recurse),
    ...compareUnionBeside(place, before, after, () =>
      compareBranches(place, readUnions(scope, [beforeSchema, before], [afterSchema, after]), recurse),
    ),
    ...compareDiscriminator(place, before, after),
  ];
}

/** Whether exactly one side is a plain union: the other side may be one of its branches. */
function becomesUnion(before: Shape, after: Shape): boolean {
  if ((before.union === undefined) === (after.union === undefined)) return false;
  const withUnion = before.union === undefined ? after : before;
  return withUnion.types === undefined && withUnion.required.size === 0;
}

function readUnions(scope: Scope, [beforeSchema, before]: Side, [afterSchema, after]: Side): Unions {
  const [earlier, later] = [scope.before.document, scope.after.document];
  return {
    before: before.union?.branches ?? [beforeSchema ?? {}],
    after: after.union?.branches ?? [afterSchema ?? {}],
    isExclusive: { before: before.union?.keyword === "oneOf", after: after.union?.keyword === "oneOf" },
    translate: (reference) => translate(scope.renames, reference),
    isMoved: (one, other) => refersToMoved(scope, one, other),
    areDisjoint: {
      before: (one, other) => areDisjoint(earlier, one, other),
      after: (one, other) => areDisjoint(later, one, other),
    },
  };
}

/** Compares unions on both sides, or beside other keywords. */
function compareUnionBeside(place: Place, before: Shape, after: Shape, compareBoth: () => Change[]): Change[] {
  const [left, right] = [before.union, after.union];
  if (left === undefined && right === undefined) return [];
  if (left !== undefined && right !== undefined) return [...compareBoth(), ...compareUnionKeyword(place, left, right)];
  return [
    createChange(
      place,
      left === undefined ? "union-added" : "union-removed",
      left && excerptKeyword(left.keyword, left.branches),
      right && excerptKeyword(right.keyword, right.branches),
    ),
  ];
}

function compareDiscriminator(place: Place, before: Shape, after: Shape): Change[] {
  const [left, right] = [before.keywords.get("discriminator"), after.keywords.get("discriminator")];
  if (toCanonical(left) === toCanonical(right)) return [];
  const texts = [excerptKeyword("discriminator", left), excerptKeyword("discriminator", right)] as const;
  return [createChange(place, "discriminator-changed", ...texts)];
}
