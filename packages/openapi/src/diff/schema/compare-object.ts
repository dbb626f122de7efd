import { isObject, isTrueIn, type Json } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import type { Change } from "../change/change.ts";
import { createChange } from "../change/create-change.ts";
import { enterProperty, enterStep, type Place, withDirection, withNodes } from "../change/place.ts";
import type { ChangeKind, Direction } from "../judge/judgements.ts";
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
  const isReported = place.isReportedElsewhere(left, right);
  if (isReported && (left === undefined || right === undefined)) return [];
  if (left !== undefined && right === undefined) {
    return [createChange(here, chooseRemoval(left, after), excerptSchema(left))];
  }
  if (left === undefined && right !== undefined) {
    const kind = after.required.has(name) ? "required-property-added" : chooseAddition(before, right);
    return [createChange(here, kind, undefined, excerptSchema(right))];
  }
  const presence = comparePresence(here, before.required.has(name), after.required.has(name));
  return isReported ? presence : [...presence, ...compareSchemas(here, left, right)];
}

/** Whether an object says that it allows or refuses properties that it does not list. */
type Openness = "silent" | "open" | "closed";

const REMOVED_FROM = { silent: "", closed: "closed-" } as const satisfies Record<Exclude<Openness, "open">, string>;

function readOpenness({ keywords }: Shape): Openness {
  const extra = keywords.get(KEYWORD);
  if (extra === undefined) return keywords.has(PATTERNS) ? "open" : "silent";
  return extra === false ? "closed" : "open";
}

/** Names the removal of a property. An explicitly open object may take it still, if its values fit. */
function chooseRemoval(property: Json, after: Shape): ChangeKind {
  const openness = readOpenness(after);
  if (openness !== "open") return `${REMOVED_FROM[openness]}property-removed`;
  const values = after.keywords.get(KEYWORD) ?? readFirstPattern(after);
  const fits = values === true || isEmpty(values) || toCanonical(values) === toCanonical(property);
  return fits ? "open-property-removed" : "property-removed";
}

function readFirstPattern({ keywords }: Shape): Json | undefined {
  const patterns = keywords.get(PATTERNS);
  return isObject(patterns) ? Object.values(patterns)[0] : undefined;
}

function isEmpty(schema: Json | undefined): boolean {
  return isObject(schema) && Object.keys(schema).length === 0;
}

/** Names the addition of an optional property. An explicitly open object may have had it already, with other values. */
function chooseAddition(before: Shape, property: Json): ChangeKind {
  const openness = readOpenness(before);
  if (openness === "silent") return "property-added";
  if (openness === "closed") return "closed-property-added";
  return toCanonical(before.keywords.get(KEYWORD)) === toCanonical(property) ? "property-added" : "open-property-added";
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
const PATTERNS = "patternProperties";

function compareExtraProperties(place: Place, before: Shape, after: Shape, compareSchemas: CompareSchemas): Change[] {
  const left = before.keywords.get(KEYWORD);
  const right = after.keywords.get(KEYWORD);
  const inside = withNodes(enterStep(place, { kind: "values", name: "" }), left, right);
  const kind = chooseDeclaration(before, after);
  const declaration =
    kind === undefined
      ? []
      : [createChange(inside, kind, excerptKeyword(KEYWORD, left), excerptKeyword(KEYWORD, right))];
  if (left === false && right === false) return declaration;
  if (left === false) {
    return [createChange(inside, "extra-properties-allowed", undefined, excerptSchema(right)), ...declaration];
  }
  if (right === false) return [createChange(inside, "extra-properties-refused", excerptSchema(left)), ...declaration];
  return [...compareSchemas(inside, left, right), ...declaration];
}

/** Names the change of an index signature, which a type has for the values of other properties. */
function chooseDeclaration(before: Shape, after: Shape): ChangeKind | undefined {
  const [left, right] = [readIndexed(before), readIndexed(after)];
  if (left.length > 0 && right.length === 0) return "extra-properties-undeclared";
  if (left.length === 0 && right.length > 0) return "extra-properties-declared";
  // Its values come from another keyword, so their schemas are not compared.
  return left.join() === right.join() ? undefined : "extra-properties-undeclared";
}

/** The keywords that a type gets its index signature from. */
function readIndexed({ keywords }: Shape): string[] {
  const extra = keywords.get(KEYWORD);
  return [...(extra === undefined || extra === false ? [] : [KEYWORD]), ...(keywords.has(PATTERNS) ? [PATTERNS] : [])];
}
