import { type Json, valueAt } from "../../document/json.ts";
import { pointerTo } from "../../document/pointer.ts";
import { type ChangeKind, type Judgement, judge, pickWorse } from "../judge/judgements.ts";
import { toCanonical } from "./canonical.ts";
import type { Change, Severity, View } from "./change.ts";
import { pickWeaker, type Spot } from "./document-index.ts";
import { hashText } from "./hash-text.ts";
import type { Place } from "./place.ts";

/** A value of a document, whole and as short text. */
export interface Excerpt {
  readonly text: string;
  readonly value: Json;
  /** The keyword whose value it is. */
  readonly keyword?: string;
}

const ID_DIGITS = 12;

/** Creates a judged change at a place. */
export function createChange(place: Place, kind: ChangeKind, before?: Excerpt, after?: Excerpt): Change {
  const { where, direction, operations, spots } = place;
  const { rule, wire, ...verdict } = judge(kind, direction);
  const typescript = hasType(place) ? verdict.typescript : "none";
  const keyword = before?.keyword ?? after?.keyword;
  const values = { before: before?.value, after: after?.value };
  const { area, subject, part, field } = where;
  const identity = [rule, area, subject, part, field, keyword ?? null, toSide(values.before), toSide(values.after)];
  return {
    id: hashText(JSON.stringify(identity)).slice(0, ID_DIGITS),
    rule,
    kind,
    direction,
    where,
    keyword,
    before: before?.text || undefined,
    after: after?.text || undefined,
    values,
    pointers: { before: pointAt(spots.before, before), after: pointAt(spots.after, after) },
    evidence: pickWeaker(spots.before?.evidence, spots.after?.evidence),
    wire,
    typescript,
    severity: toSeverity(pickWorse(wire, typescript)),
    operations,
  };
}

/** No package exports a type for a shared parameter or response, so one without operations has no effect on types. */
function hasType({ isTyped, where, direction }: Place): boolean {
  return isTyped && !(where.area === "component" && direction === "none");
}

/** An absent value differs from null. */
function toSide(value: Json | undefined): string {
  return value === undefined ? "" : toCanonical(value);
}

function pointAt(spot: Spot | undefined, excerpt: Excerpt | undefined): string | undefined {
  if (spot === undefined) return undefined;
  const { keyword } = excerpt ?? {};
  return keyword !== undefined && valueAt(spot.node, keyword) === excerpt?.value
    ? pointerTo(spot.pointer, keyword)
    : spot.pointer;
}

function toSeverity(judgement: Judgement): Severity {
  return judgement === "none" ? "text" : judgement;
}

/** Returns a change with the severity of a view. */
export function viewChange(change: Change, view: View): Change {
  const { wire, typescript } = change;
  const judgements = { wire, typescript, both: pickWorse(wire, typescript) };
  return { ...change, severity: toSeverity(judgements[view]) };
}
