import { arrayIn, type Json, type JsonObject, valueAt } from "../../document/json.ts";
import { mergeSchema } from "./merge-schema.ts";
import { isDeep, isRecursive, type Place } from "./place.ts";
import { readNumber } from "./read-number.ts";

/** A list may ask for any number of items. */
const MOST_ITEMS = 1_000;
/** Of a union, a list shows so many branches. */
const MOST_BRANCHES = 4;
/** How often another item is drawn until it differs from the others. */
const MOST_DRAWS = 20;

/** Samples a list: its leading items, those it must contain, and one or two more. */
export function sampleArray(schema: JsonObject, place: Place): Json {
  const leading = arrayIn(schema, "prefixItems");
  const contained = valueAt(schema, "contains");
  const least = Math.min(readNumber(schema, "minItems", 0), MOST_ITEMS);
  const others = valueAt(schema, "items") ?? true;
  const all = Array.from({ length: countItems(schema, leading.length, least, others, place) }, (_, index) => {
    return leading[index] ?? others;
  });
  const needed = contained === undefined ? 0 : Math.min(readNumber(schema, "minContains", 1), MOST_ITEMS);
  const containing = contained === undefined ? [] : all.slice(0, needed).map((item): Json => both(item, contained));
  const further = Array.from({ length: needed - containing.length }, (): Json => both(others, contained ?? true));
  const schemas = [...containing, ...further, ...all.slice(containing.length)];
  const items: Json[] = [];
  for (const [index, item] of schemas.entries()) {
    const below = { ...place, index, depth: place.depth + 1 };
    const value = schema["uniqueItems"] === true ? sampleOther(item, below, items) : place.sample(item, below);
    if (value !== undefined) items.push(value);
  }
  // A set of fewer values than wanted is shorter.
  return schema["uniqueItems"] === true && items.length > least ? removeRepeated(items) : items;
}

function countItems(schema: JsonObject, leading: number, least: number, others: Json, place: Place): number {
  const most = Math.min(
    readNumber(schema, "maxItems", Number.POSITIVE_INFINITY),
    others === false ? leading : Number.POSITIVE_INFINITY,
  );
  if (isDeep(place) || isRecursive(others, place)) return Math.min(Math.max(least, leading), most);
  const branches = ["anyOf", "oneOf"].map((key) => arrayIn(mergeSchema(place.document, others), key).length);
  const shown = place.shape === "full" ? Math.min(Math.max(...branches), MOST_BRANCHES) : 0;
  const usual = Math.max(least, leading, 1);
  const drawn = place.random.integer(usual, Math.max(usual, Math.min(most, 2)));
  return Math.min(Math.max(drawn, shown), most);
}

function sampleOther(schema: Json, place: Place, items: readonly Json[]): Json | undefined {
  const texts = new Set(items.map((item) => JSON.stringify(item)));
  let value = place.sample(schema, place);
  for (let draw = 1; draw < MOST_DRAWS && texts.has(JSON.stringify(value)); draw += 1) {
    value = place.sample(schema, { ...place, index: place.index + draw });
  }
  return value;
}

function removeRepeated(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function both(item: Json, contained: Json): Json {
  return { allOf: [item, contained] };
}
