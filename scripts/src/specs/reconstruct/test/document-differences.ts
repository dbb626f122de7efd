import { isDeepStrictEqual } from "node:util";
import { isArray, isObject, type Json } from "@nectar-sdk/openapi/document";

/** Where two documents differ, as `- place` (gone), `+ place` (new) and `~ place` (another value), with the keys joined by spaces. */
export function documentDifferences(before: Json, after: Json, place: readonly string[] = []): string[] {
  if (!isObject(before) || !isObject(after)) {
    return isDeepStrictEqual(before, after) || isSameList(before, after) ? [] : [`~ ${place.join(" ")}`];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [old, current] = [before[key], after[key]];
    const inside = [...place, key];
    if (isText(key, old) || isText(key, current)) return [];
    if (old === undefined) return [`+ ${inside.join(" ")}`];
    return current === undefined ? [`- ${inside.join(" ")}`] : documentDifferences(old, current, inside);
  });
}

/** Descriptions and evidence do not distinguish versions. A property may have the name `description`, too. */
function isText(key: string, value: Json | undefined): boolean {
  return (key === "description" || key === "x-evidence") && typeof value === "string";
}

/** Compares lists item by item, so a description inside an item makes no difference either. */
function isSameList(before: Json, after: Json): boolean {
  return (
    isArray(before) &&
    isArray(after) &&
    before.length === after.length &&
    before.every((item, index) => documentDifferences(item, after[index] ?? null).length === 0)
  );
}
