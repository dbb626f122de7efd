import type { Json } from "../../document/json.ts";
import { stringIn } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterStep, type Place, withNodes } from "../change/place.ts";
import { judge } from "../judge/judgements.ts";
import { toShortName } from "../walk/components.ts";
import { excerptSchema } from "../walk/describe.ts";
import { readLayers } from "../walk/layers.ts";
import { readShape } from "../walk/shape.ts";
import type { CompareSchemas } from "./compare-object.ts";

/** A branch before and after the change. */
type Pair = readonly [before: Json, after: Json];

interface Matching {
  readonly pairs: readonly Pair[];
  readonly before: readonly Json[];
  readonly after: readonly Json[];
}

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
}

/** Compares the branches of unions, matched by name, then by equal content, then by type. */
export function compareBranches(place: Place, unions: Unions, compareSchemas: CompareSchemas): Change[] {
  const { before, after, isExclusive, areDisjoint } = unions;
  const matching = [byName(unions.translate), byContent, byType].reduce(matchMore, { pairs: [], before, after });
  const overlapsBefore = (branch: Json) => isExclusive.before && overlaps(branch, before, areDisjoint.before);
  const overlapsAfter = (branch: Json) => isExclusive.after && overlaps(branch, after, areDisjoint.after);
  const inside = matching.pairs.map(([left, right]) => ({
    left,
    right,
    changes: compareSchemas(enterStep(place, { kind: "branch", name: labelBranch(left, right) }), left, right),
  }));
  const moved = inside.filter(
    ({ left, right, changes }) =>
      changes.some(({ kind }) => judge(kind, "both").wire !== "none") && (overlapsBefore(left) || overlapsAfter(right)),
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

function overlaps(branch: Json, branches: readonly Json[], areDisjoint: IsSame): boolean {
  return branches.some((other) => other !== branch && !areDisjoint(branch, other));
}

type IsSame = (before: Json, after: Json) => boolean;

function matchMore(matching: Matching, isSame: IsSame): Matching {
  const pairs = [...matching.pairs];
  const before: Json[] = [];
  const after = [...matching.after];
  for (const left of matching.before) {
    const index = after.findIndex((right) => isSame(left, right));
    const right = after[index];
    if (right === undefined) {
      before.push(left);
      continue;
    }
    pairs.push([left, right]);
    after.splice(index, 1);
  }
  return { pairs, before, after };
}

function byName(translate: (reference: string) => string): IsSame {
  return (before, after) => {
    const left = readReference(before);
    return left !== undefined && translate(left) === readReference(after);
  };
}

function byContent(before: Json, after: Json): boolean {
  return toCanonical(before) === toCanonical(after);
}

/** Branches with different names differ; but an inline branch that got a name (or the reverse) may be the same. */
function byType(before: Json, after: Json): boolean {
  if (readReference(before) !== undefined && readReference(after) !== undefined) return false;
  return readTypeName(before) === readTypeName(after);
}

function readTypeName(schema: Json): string {
  // A branch behind a name is nearly always an object.
  if (readReference(schema) !== undefined) return "object";
  return [...(readShape(readLayers(schema)).types ?? [])].sort().join(" ");
}

/** The name of a pair: its component if either has one, else a shared title, else the type. */
function labelBranch(before: Json, after: Json): string {
  const reference = readReference(after) ?? readReference(before);
  if (reference !== undefined) return toShortName(reference);
  const title = stringIn(after, "title");
  return title !== undefined && title === stringIn(before, "title") ? title : readTypeName(after);
}
