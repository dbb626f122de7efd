import type { Area, Change, Where } from "./change.ts";
import { type ChangeKind, type Direction, judge, pickWorse } from "./judgements.ts";

/** Where a comparison stands: what a change found here belongs to, and which way the value travels. */
export interface Place {
  readonly where: Where;
  readonly direction: Direction;
  readonly operations: readonly string[];
}

/** The place of a whole subject. */
export function createPlace(
  area: Area,
  subject: string,
  direction: Direction,
  operations: readonly string[],
  operationId?: string,
): Place {
  const id = operationId === undefined ? {} : { operationId };
  return { where: { area, subject, ...id, part: "", field: "" }, direction, operations };
}

/** The same subject, at a part of it such as `response 200`. */
export function enterPart(place: Place, part: string): Place {
  const joinUses = place.where.part === "" ? part : `${place.where.part} ${part}`;
  return { ...place, where: { ...place.where, part: joinUses } };
}

/** The same part, one property deeper. A name that is no identifier is quoted, so that paths stay unambiguous. */
export function enterProperty(place: Place, name: string): Place {
  const text = /^[\w$-]+$/.test(name) ? name : JSON.stringify(name);
  return enterField(place, place.where.field === "" ? text : `.${text}`);
}

/** The same part, with a suffix such as `[]` (items), `{}` (other properties) or `|Electricity` (union branch). */
export function enterField(place: Place, suffix: string): Place {
  return { ...place, where: { ...place.where, field: place.where.field + suffix } };
}

/** The same place with another direction. */
export function withDirection(place: Place, direction: Direction): Place {
  return { ...place, direction };
}

/** The other direction, for what answers: a webhook's body comes to the consumer, its answer goes out. */
export function reverseDirection(direction: Direction): Direction {
  if (direction === "request") return "response";
  return direction === "response" ? "request" : direction;
}

/** A change of the given kind at a place. */
export function createChange(place: Place, kind: ChangeKind, before?: string, after?: string): Change {
  const { rule, wire, typescript } = judge(kind, place.direction);
  const worst = pickWorse(wire, typescript);
  return {
    rule,
    kind,
    direction: place.direction,
    where: place.where,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    wire,
    typescript,
    severity: worst === "none" ? "text" : worst,
    operations: place.operations,
  };
}
