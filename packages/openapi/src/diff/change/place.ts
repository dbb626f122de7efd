import type { Json } from "../../document/json.ts";
import type { Direction } from "../judge/judgements.ts";
import type { Area, PathStep, Sides, Where } from "./change.ts";
import { type Indexes, locate, type Spot } from "./document-index.ts";

/** The subject and the direction of a comparison, copied into each change found there. */
export interface Place {
  readonly where: Where;
  readonly direction: Direction;
  readonly operations: readonly string[];
  readonly indexes: Indexes;
  /** Whether generated types express the place; they ignore keywords such as `contains`. */
  readonly isTyped: boolean;
  /** Whether the component that both sides of a property come from reports its difference. */
  readonly isReportedElsewhere: (before: Json | undefined, after: Json | undefined) => boolean;
  /** Where both documents have the place; a side without it has none. */
  readonly spots: Sides<Spot>;
}

/** Creates the place of a whole subject. */
export function createPlace(
  indexes: Indexes,
  area: Area,
  subject: string,
  direction: Direction,
  operations: readonly string[],
  operationId?: string,
): Place {
  const id = operationId === undefined ? {} : { operationId };
  const where = { area, subject, ...id, part: "", field: "", path: [] };
  return {
    where,
    direction,
    operations,
    indexes,
    isTyped: true,
    isReportedElsewhere: () => false,
    spots: { before: undefined, after: undefined },
  };
}

/** Returns the place with its nodes in both documents. A value without its own place keeps the one around it. */
export function withNodes(place: Place, before: Json | undefined, after: Json | undefined): Place {
  const { indexes, spots } = place;
  return {
    ...place,
    spots: {
      before: before === undefined ? undefined : (locate(indexes.before, before) ?? spots.before),
      after: after === undefined ? undefined : (locate(indexes.after, after) ?? spots.after),
    },
  };
}

/** Returns the place of a part, such as `response 200`. */
export function enterPart(place: Place, part: string): Place {
  const joined = place.where.part === "" ? part : `${place.where.part} ${part}`;
  return { ...place, where: { ...place.where, part: joined } };
}

/** Returns the place of a property. Names other than identifiers are quoted, so that paths stay unambiguous. */
export function enterProperty(place: Place, name: string): Place {
  return enterStep(place, { kind: "property", name });
}

/** Returns the place below a step: `.name`, `[]` (items), `{}` (other properties), `|Electricity` (union branch), `(not)`. */
export function enterStep(place: Place, step: PathStep): Place {
  const { field, path } = place.where;
  return { ...place, where: { ...place.where, field: field + formatStep(step, field), path: [...path, step] } };
}

function formatStep({ kind, name }: PathStep, field: string): string {
  switch (kind) {
    case "property":
      return `${field === "" ? "" : "."}${/^[\w$-]+$/.test(name) ? name : JSON.stringify(name)}`;
    case "items":
      return `[${name}]`;
    case "values":
      return `{${name}}`;
    case "branch":
      return `|${name}`;
    case "keyword":
      return `(${name})`;
  }
}

/** Returns the place of a keyword with a schema that generated types ignore. */
export function enterCondition(place: Place, name: string): Place {
  return { ...enterStep(place, { kind: "keyword", name }), isTyped: false };
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
