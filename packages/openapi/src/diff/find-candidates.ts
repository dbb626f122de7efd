import { groupBy } from "../document/group-by.ts";
import { isObject, type Json } from "../document/json.ts";
import { toCanonical } from "./change/canonical.ts";
import type { Change, Where } from "./change/change.ts";

/** A removal and an addition that may be one change. A guess from shape and position: only a person can confirm it. */
export interface Candidate {
  readonly kind: "property-renamed" | "parameter-moved" | "operation-moved";
  /** The ids of both changes. */
  readonly removed: string;
  readonly added: string;
  /** The place of the addition. */
  readonly where: Where;
  /** The name or place before. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** A guess that is made where exactly one removal and one addition have the same key. */
interface Guess {
  readonly kind: Candidate["kind"];
  readonly removed: RegExp;
  readonly added: RegExp;
  readonly reason: string;
  readonly readName: (where: Where) => string;
  readonly readKey: (change: Change, value: Json) => string | undefined;
}

const GUESSES: readonly Guess[] = [
  {
    kind: "property-renamed",
    removed: /^(open-|closed-)?property-removed$/,
    added: /^(open-|closed-|required-)?property-added$/,
    reason: "same shape, same object",
    readName: ({ path }) => path.at(-1)?.name ?? "",
    readKey: ({ where, direction }, value) => toKey(where, where.path.slice(0, -1), direction, toShape(value)),
  },
  {
    kind: "parameter-moved",
    removed: /^parameter-removed$/,
    added: /^(required-)?parameter-added$/,
    reason: "same name, same shape",
    readName: ({ part }) => part,
    readKey: ({ where }, value) => toKey({ ...where, part: "" }, where.part.replace(/^\w+ /, ""), toShape(value)),
  },
  {
    kind: "operation-moved",
    removed: /^operation-removed$/,
    added: /^operation-added$/,
    reason: "same operation id",
    readName: ({ subject }) => subject,
    readKey: ({ where }) => where.operationId,
  },
  {
    kind: "operation-moved",
    removed: /^operation-removed$/,
    added: /^operation-added$/,
    reason: "same parameters, body and responses",
    readName: ({ subject }) => subject,
    readKey: (_change, value) => toShape(value),
  },
];

/** Finds removals and additions that may be one change: a renamed property, a moved parameter or operation. */
export function findCandidates(changes: readonly Change[]): Candidate[] {
  const candidates = GUESSES.flatMap((guess) => applyGuess(guess, changes));
  // An operation may be found by its id and by its content.
  return [...new Map(candidates.toReversed().map((candidate) => [candidate.removed, candidate])).values()].reverse();
}

function applyGuess(guess: Guess, changes: readonly Change[]): Candidate[] {
  const { kind, reason, readName, readKey } = guess;
  const removed = groupBy(selectKind(changes, guess.removed), (change) =>
    readKey(change, change.values.before ?? null),
  );
  const added = groupBy(selectKind(changes, guess.added), (change) => readKey(change, change.values.after ?? null));
  return [...removed].flatMap(([key, [one, ...others]]) => {
    const [other, ...alsoOther] = added.get(key) ?? [];
    if (key === undefined || one === undefined || other === undefined) return [];
    if (others.length + alsoOther.length > 0) return [];
    const [from, to] = [readName(one.where), readName(other.where)];
    return [{ kind, removed: one.id, added: other.id, where: other.where, from, to, reason }];
  });
}

function selectKind(changes: readonly Change[], pattern: RegExp): Change[] {
  return changes.filter(({ kind }) => pattern.test(kind));
}

function toKey({ area, subject, part }: Where, ...rest: readonly unknown[]): string {
  return JSON.stringify([area, subject, part, ...rest]);
}

const NAMES_AND_DESCRIPTIONS = new Set(["title", "summary", "description", "operationId", "tags", "deprecated"]);

/** A schema or operation without its own names and descriptions. */
function toShape(value: Json): string {
  if (!isObject(value)) return toCanonical(value);
  return toCanonical(Object.fromEntries(Object.entries(value).filter(([key]) => !NAMES_AND_DESCRIPTIONS.has(key))));
}
