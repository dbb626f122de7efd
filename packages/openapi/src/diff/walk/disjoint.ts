import type { Json, JsonObject } from "../../document/json.ts";
import { lookUp } from "../../document/pointer.ts";
import { toCanonicalData } from "../change/canonical.ts";
import { expand, readLayers } from "./layers.ts";
import { readShape, type Shape } from "./shape.ts";

/** Levels of required properties to look at. */
const DEEPEST = 3;

/** Whether it is certain that no value fits both schemas: they differ in type, in listed values, or in a property that both require. */
export function areDisjoint(document: JsonObject, left: Json, right: Json, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  const [one, other] = [readFully(document, left), readFully(document, right)];
  if (one.nullable && other.nullable) return false;
  return haveOtherTypes(one, other) || haveOtherValues(one, other) || haveOtherProperties(document, one, other, depth);
}

function readFully(document: JsonObject, schema: Json): Shape {
  return readShape(expand(readLayers(schema), (reference) => lookUp(document, reference)));
}

function haveOtherTypes({ types: left }: Shape, { types: right }: Shape): boolean {
  if (left === undefined || right === undefined) return false;
  const numbers = ["integer", "number"];
  const isShared = (type: string) =>
    right.has(type) || (numbers.includes(type) && numbers.some((name) => right.has(name)));
  return ![...left].some(isShared);
}

function haveOtherValues({ values: left }: Shape, { values: right }: Shape): boolean {
  if (left === undefined || right === undefined) return false;
  const known = new Set(left.map(toCanonicalData));
  return !right.some((value) => known.has(toCanonicalData(value)));
}

function haveOtherProperties(document: JsonObject, left: Shape, right: Shape, depth: number): boolean {
  // Only objects have properties.
  if (![left, right].some(({ types }) => types?.size === 1 && types.has("object"))) return false;
  return [...left.required].some((name) => {
    const [one, other] = [left.properties.get(name), right.properties.get(name)];
    if (right.required.has(name) && one !== undefined && other !== undefined) {
      return areDisjoint(document, one, other, depth + 1);
    }
    return false;
  });
}
