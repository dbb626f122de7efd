import { groupBy } from "../../document/group-by.ts";
import type { Json } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import { toCanonical } from "../change/canonical.ts";
import { readLayers } from "../walk/layers.ts";
import { readShape } from "../walk/shape.ts";

/** A branch before and after the change. */
type Pair = readonly [before: Json, after: Json];

/** The branches of two unions that belong together, and those that only one side has. */
export interface BranchMatching {
  readonly pairs: readonly Pair[];
  readonly before: readonly Json[];
  readonly after: readonly Json[];
}

/** What two branches must have in common; a branch without a key matches none. */
type ReadKey = (branch: Json) => string | undefined;

/** Matches the branches of unions by name, then by equal content, then by type. */
export function matchBranches(
  before: readonly Json[],
  after: readonly Json[],
  translate: (reference: string) => string,
): BranchMatching {
  const toNewName: ReadKey = (branch) => {
    const reference = readReference(branch);
    return reference === undefined ? undefined : translate(reference);
  };
  // Branches with different names differ; but an inline branch that got a name (or the reverse) may be the same.
  const steps: readonly (readonly [ReadKey, ReadKey])[] = [
    [toNewName, readReference],
    [toCanonical, toCanonical],
    [toInlineType, toInlineType],
    [toInlineType, toNamedType],
    [toNamedType, toInlineType],
  ];
  return steps.reduce(matchMore, { pairs: [], before, after });
}

function matchMore({ pairs, before, after }: BranchMatching, [readLeft, readRight]: readonly [ReadKey, ReadKey]) {
  const queues = groupBy(after.keys(), (index) => readRight(after[index] ?? true));
  const taken = new Set<number>();
  const found: Pair[] = [];
  const rest = before.filter((branch) => {
    const key = readLeft(branch);
    const index = key === undefined ? undefined : queues.get(key)?.shift();
    if (index === undefined) return true;
    taken.add(index);
    found.push([branch, after[index] ?? true]);
    return false;
  });
  return { pairs: [...pairs, ...found], before: rest, after: after.filter((_branch, index) => !taken.has(index)) };
}

function toInlineType(branch: Json): string | undefined {
  return readReference(branch) === undefined ? `type ${readTypeName(branch)}` : undefined;
}

function toNamedType(branch: Json): string | undefined {
  return readReference(branch) === undefined ? undefined : `type ${readTypeName(branch)}`;
}

/** Returns the types of a branch, sorted. */
export function readTypeName(schema: Json): string {
  // A branch behind a name is nearly always an object.
  if (readReference(schema) !== undefined) return "object";
  return [...(readShape(readLayers(schema)).types ?? [])].sort().join(" ");
}
