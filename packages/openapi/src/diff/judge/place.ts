import type { Area, Change, Where } from "./change.ts";
import { type ChangeKind, type Direction, judge, pickWorse } from "./judgements.ts";

/** The subject and the direction of a comparison, copied into each change found there. */
export interface Place {
  readonly where: Where;
  readonly direction: Direction;
  readonly operations: readonly string[];
}

/** Creates the place of a whole subject. */
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

/** Returns the place of a part, such as `response 200`. */
export function enterPart(place: Place, part: string): Place {
  const joinUses = place.where.part === "" ? part : `${place.where.part} ${part}`;
  return { ...place, where: { ...place.where, part: joinUses } };
}

/** Returns the place of a property. Names other than identifiers are quoted, so that paths stay unambiguous. */
export function enterProperty(place: Place, name: string): Place {
  const text = /^[\w$-]+$/.test(name) ? name : JSON.stringify(name);
  return enterField(place, place.where.field === "" ? text : `.${text}`);
}

/** Returns the place below a suffix: `[]` (items), `{}` (other properties) or `|Electricity` (union branch). */
export function enterField(place: Place, suffix: string): Place {
  return { ...place, where: { ...place.where, field: place.where.field + suffix } };
}

/** Returns the same place with another direction. */
export function withDirection(place: Place, direction: Direction): Place {
  return { ...place, direction };
}

/** Returns the direction of the response: the consumer receives a webhook's body and sends its response. */
export function reverseDirection(direction: Direction): Direction {
  if (direction === "request") return "response";
  return direction === "response" ? "request" : direction;
}

/** Creates a judged change at a place. */
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
