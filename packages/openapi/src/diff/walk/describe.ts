import { isArray, isObject, type Json } from "../../document/json.ts";
import { canonicalData } from "./canonical.ts";
import { layersOf } from "./layers.ts";
import { referenceOf, shortName } from "./references.ts";
import { type Shape, shapeOf } from "./shape.ts";

const LONGEST = 80;

/** Text cut to a length that fits a line; one line, whatever the text held. */
export function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** A value as one short line: JSON without the quotes of a plain string. */
export function shortValue(value: Json | undefined): string {
  if (value === undefined) return "(none)";
  return short(typeof value === "string" ? value : canonicalData(value));
}

/** A schema as TypeScript would nearly write it: `Meter[]`, `string (uuid) | null`. */
export function describe(schema: Json | undefined, depth = 0): string {
  const reference = referenceOf(schema);
  const layers = layersOf(schema);
  const orNull = layers.nullable ? " | null" : "";
  if (reference !== undefined) return short(`${shortName(reference)}${orNull}`);
  if (layers.references.length > 0) return short(`${layers.references.map(shortName).join(" & ")}${orNull}`);
  return short(describeShape(shapeOf(layers), depth));
}

/** The types of a shape, for a change of type. */
export function describeTypes(shape: Shape): string {
  const names = shape.types === undefined ? ["any"] : [...shape.types].sort();
  return [...names, ...(shape.nullable ? ["null"] : [])].join(" | ");
}

function describeShape(shape: Shape, depth: number): string {
  const orNull = shape.nullable ? " | null" : "";
  if (depth > 3) return `…${orNull}`;
  if (shape.values !== undefined) return `${shape.values.map(canonicalData).join(" | ")}${orNull}`;
  if (shape.union !== undefined) {
    return `${shape.union.branches.map((branch) => describe(branch, depth + 1)).join(" | ")}${orNull}`;
  }
  const items = shape.keywords.get("items");
  if (shape.types?.size === 1 && shape.types.has("array") && items !== undefined) {
    const item = describe(items, depth + 1);
    return `${item.includes(" ") ? `(${item})` : item}[]${orNull}`;
  }
  const format = shape.keywords.get("format");
  const types = describeTypes({ ...shape, nullable: false });
  return `${types}${typeof format === "string" ? ` (${format})` : ""}${orNull}`;
}

/** A JSON value under its keyword, for keywords that are compared as a whole. */
export function keywordText(key: string, value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return short(`${key}: ${isArray(value) || isObject(value) ? canonicalData(value) : String(value)}`);
}
