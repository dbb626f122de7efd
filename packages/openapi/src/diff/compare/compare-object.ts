import type { Json } from "../../document/json.ts";
import { isTrueIn } from "../../document/json.ts";
import type { Change } from "../change/change.ts";
import type { Direction } from "../judge/judgements.ts";
import { createChange } from "../change/create-change.ts";
import { enterProperty, enterStep, type Place, withDirection, withNodes } from "../change/place.ts";
import { excerptKeyword, excerptSchema } from "../walk/describe.ts";
import type { Shape } from "../walk/shape.ts";

/** Compares two schemas at a place; given as an argument because schemas contain objects and objects contain schemas. */
export type CompareSchemas = (place: Place, before: Json | undefined, after: Json | undefined) => Change[];

/** Compares properties, their presence, and additional properties. */
export function compareObject(place: Place, before: Shape, after: Shape, compareSchemas: CompareSchemas): Change[] {
  const names = new Set([
    ...before.properties.keys(),
    ...after.properties.keys(),
    ...before.required,
    ...after.required,
  ]);
  return [
    // A pair compared first is skipped later, so the order must not depend on the document.
    ...[...names].sort().flatMap((name) => compareProperty(place, name, before, after, compareSchemas)),
    ...compareExtraProperties(place, before, after, compareSchemas),
  ];
}

function compareProperty(
  place: Place,
  name: string,
  before: Shape,
  after: Shape,
  compareSchemas: CompareSchemas,
): Change[] {
  const left = before.properties.get(name);
  const right = after.properties.get(name);
  const direction = propertyDirection(place.direction, left, right);
  const here = withNodes(withDirection(enterProperty(place, name), direction), left, right);
  if (left !== undefined && right === undefined) return [createChange(here, "property-removed", excerptSchema(left))];
  if (left === undefined && right !== undefined) {
    const kind = after.required.has(name) ? "required-property-added" : "property-added";
    return [createChange(here, kind, undefined, excerptSchema(right))];
  }
  const presence = comparePresence(here, before.required.has(name), after.required.has(name));
  return [...presence, ...compareSchemas(here, left, right)];
}

function comparePresence(place: Place, before: boolean, after: boolean): Change[] {
  if (before === after) return [];
  return [createChange(place, after ? "property-became-required" : "property-became-optional")];
}

/** Only responses carry a read-only property, and only requests a write-only one. */
function propertyDirection(direction: Direction, before: Json | undefined, after: Json | undefined): Direction {
  const sides = [before, after].filter((side) => side !== undefined);
  if (sides.length === 0) return direction;
  if (sides.every((side) => isTrueIn(side, "readOnly"))) return without(direction, "request");
  if (sides.every((side) => isTrueIn(side, "writeOnly"))) return without(direction, "response");
  return direction;
}

function without(direction: Direction, excluded: "request" | "response"): Direction {
  if (direction === "both") return excluded === "request" ? "response" : "request";
  return direction === excluded ? "none" : direction;
}

const KEYWORD = "additionalProperties";

function compareExtraProperties(place: Place, before: Shape, after: Shape, compareSchemas: CompareSchemas): Change[] {
  const left = before.keywords.get(KEYWORD);
  const right = after.keywords.get(KEYWORD);
  if (left === false && right === false) return [];
  const inside = withNodes(enterStep(place, { kind: "values", name: "" }), left, right);
  if (left === false) return [createChange(inside, "extra-properties-allowed", undefined, excerptSchema(right))];
  if (right === false) return [createChange(inside, "extra-properties-refused", excerptSchema(left))];
  const changes = compareSchemas(inside, left, right);
  if (changes.length > 0 || (left === undefined) === (right === undefined)) return changes;
  // The wire format does not change, but the generated type gains or loses its index signature.
  return [createChange(inside, "keyword-changed", excerptKeyword(KEYWORD, left), excerptKeyword(KEYWORD, right))];
}
