import { isArray, isObject, type Json } from "../../document/json.ts";
import { readReference } from "../../document/pointer.ts";
import { toCanonicalData } from "../change/canonical.ts";
import type { Excerpt } from "../change/create-change.ts";
import { toShortName } from "./components.ts";
import { readLayers } from "./layers.ts";
import { readShape, type Shape } from "./shape.ts";

const LONGEST = 80;

/** Shortens text to one line. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

/** Excerpts a value as one short line: JSON without the quotes of a plain string. */
export function excerptValue(value: Json | undefined): Excerpt | undefined {
  if (value === undefined) return undefined;
  return { text: shorten(typeof value === "string" ? value : toCanonicalData(value)), value };
}

/** Excerpts a schema, described roughly as TypeScript would. */
export function excerptSchema(schema: Json | undefined): Excerpt {
  return { text: describeSchema(schema), value: schema ?? true };
}

/** Formats a schema roughly as TypeScript would: `Meter[]`, `string (uuid) | null`. */
function describeSchema(schema: Json | undefined, depth = 0): string {
  const reference = readReference(schema);
  const layers = readLayers(schema);
  const orNull = layers.nullable ? " | null" : "";
  if (reference !== undefined) return shorten(`${toShortName(reference)}${orNull}`);
  if (layers.references.length > 0) return shorten(`${layers.references.map(toShortName).join(" & ")}${orNull}`);
  return shorten(describeShape(readShape(layers), depth));
}

function describeTypes(shape: Shape): string {
  const names = shape.types === undefined ? ["any"] : [...shape.types].sort();
  return [...names, ...(shape.nullable ? ["null"] : [])].join(" | ");
}

/** Excerpts the types of a shape, for a change of type. */
export function excerptTypes(shape: Shape): Excerpt {
  const text = describeTypes(shape);
  return { text, value: text };
}

function describeShape(shape: Shape, depth: number): string {
  const orNull = shape.nullable ? " | null" : "";
  if (depth > 3) return `…${orNull}`;
  if (shape.values !== undefined) return `${shape.values.map(toCanonicalData).join(" | ")}${orNull}`;
  if (shape.union !== undefined) {
    return `${shape.union.branches.map((branch) => describeSchema(branch, depth + 1)).join(" | ")}${orNull}`;
  }
  const items = shape.keywords.get("items");
  if (shape.types?.size === 1 && shape.types.has("array") && items !== undefined) {
    const item = describeSchema(items, depth + 1);
    return `${item.includes(" ") ? `(${item})` : item}[]${orNull}`;
  }
  const format = shape.keywords.get("format");
  const types = describeTypes({ ...shape, nullable: false });
  return `${types}${typeof format === "string" ? ` (${format})` : ""}${orNull}`;
}

/** Excerpts a value under its keyword, for keywords that are compared as a whole. */
export function excerptKeyword(keyword: string, value: Json | undefined): Excerpt | undefined {
  if (value === undefined) return undefined;
  const text = isArray(value) || isObject(value) ? toCanonicalData(value) : String(value);
  return { text: shorten(`${keyword}: ${text}`), value, keyword };
}
