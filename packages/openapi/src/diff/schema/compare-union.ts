import type { Json } from "../../document/json.ts";
import { stringIn } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterStep, type Place, withNodes } from "../change/place.ts";
import { affectsWire } from "../judge/judgements.ts";
import { toShortName } from "../walk/components.ts";
import { excerptSchema, excerptValue } from "../walk/describe.ts";
import { areDisjoint } from "../walk/disjoint.ts";
import type { Union } from "../walk/shape.ts";
import type { CompareSchemas } from "./compare-object.ts";
import { matchBranches, readTypeName } from "./match-branches.ts";

/** Both sides of a union, and how to read their branches. */
export interface Unions {
  /** The branches before; any other schema is its only branch. */
  readonly before: readonly Json[];
  readonly after: readonly Json[];
  /** Whether a value may fit only one branch (`oneOf`). */
  readonly isExclusive: { readonly before: boolean; readonly after: boolean };
  /** Gives a reference of the old document its new name. */
  readonly translate: (reference: string) => string;
  /** Whether no value fits both branches, by side. */
  readonly areDisjoint: { readonly before: IsSame; readonly after: IsSame };
  /** Whether a shared component behind a branch, which reports its own changes, accepts other values than before. */
  readonly isMoved: (before: Json, after: Json) => boolean;
}

/** Compares the branches of unions, matched by name, then by equal content, then by type. */
export function compareBranches(place: Place, unions: Unions, compareSchemas: CompareSchemas): Change[] {
  const { before, after, isExclusive, areDisjoint } = unions;
  const matching = matchBranches(before, after, unions.translate);
  const overlapsBefore = (branch: Json) => isExclusive.before && overlaps(branch, before, areDisjoint.before);
  const overlapsAfter = (branch: Json) => isExclusive.after && overlaps(branch, after, areDisjoint.after);
  const inside = matching.pairs.map(([left, right]) => ({
    left,
    right,
    changes: compareSchemas(enterStep(place, { kind: "branch", name: labelBranch(left, right) }), left, right),
  }));
  const moved = inside.filter(
    ({ left, right, changes }) =>
      (changes.some(({ kind }) => affectsWire(kind)) || unions.isMoved(left, right)) &&
      (overlapsBefore(left) || overlapsAfter(right)),
  );
  return [
    ...inside.flatMap(({ changes }) => changes),
    ...moved.map(({ left, right }) =>
      createChange(withNodes(place, left, right), "branch-overlap-changed", excerptSchema(left), excerptSchema(right)),
    ),
    ...matching.before.map((branch) => {
      const kind = overlapsBefore(branch) ? "overlapping-branch-removed" : "union-branch-removed";
      return createChange(withNodes(place, branch, undefined), kind, excerptSchema(branch));
    }),
    ...matching.after.map((branch) => {
      const kind = overlapsAfter(branch) ? "overlapping-branch-added" : "union-branch-added";
      return createChange(withNodes(place, undefined, branch), kind, undefined, excerptSchema(branch));
    }),
  ];
}

/**
 * The most branches that are compared with one another. In a larger union, every branch counts as one that overlaps: a branch more or less,
 * or one that changes, is never judged additive for callers that send a `oneOf`.
 */
const MOST = 64;

function overlaps(branch: Json, branches: readonly Json[], areDisjoint: IsSame): boolean {
  if (branches.length > MOST) return true;
  return branches.some((other) => other !== branch && !areDisjoint(branch, other));
}

type IsSame = (before: Json, after: Json) => boolean;

/** Compares whether a value may fit several branches. */
export function compareUnionKeyword(place: Place, before: Union, after: Union): Change[] {
  if (before.keyword === after.keyword) return [];
  const texts = [excerptValue(before.keyword), excerptValue(after.keyword)] as const;
  const isTold = [before, after].every(({ branches }) => haveDifferentTypes(branches));
  if (isTold) return [createChange(place, "union-keyword-changed", ...texts)];
  return [
    createChange(place, after.keyword === "oneOf" ? "union-became-exclusive" : "union-became-inclusive", ...texts),
  ];
}

/** Whether the branches differ in their written types, so that no value fits two of them. */
function haveDifferentTypes(branches: readonly Json[]): boolean {
  if (branches.length > MOST) return false;
  return branches.every((branch, index) => branches.slice(index + 1).every((other) => areDisjoint({}, branch, other)));
}

/** The name of a pair: its component if either has one, else a shared title, else the type. */
function labelBranch(before: Json, after: Json): string {
  const reference = readReference(after) ?? readReference(before);
  if (reference !== undefined) return toShortName(reference);
  const title = stringIn(after, "title");
  return title !== undefined && title === stringIn(before, "title") ? title : readTypeName(after);
}
