import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/**
 * Serializes a query: lists as repeated keys, those of `commaLists` as one value, dates as `YYYY-MM-DD` (UTC).
 *
 * It omits `undefined`, `null` and empty strings; Nectar rejects empty strings.
 *
 * @throws {NectarValidationError} when a value is not a string, number, boolean, date or list of those
 */
export function serializeQuery(
  query: Readonly<Record<string, unknown>>,
  call: CallSite,
  commaLists?: readonly string[],
): string {
  let text = "";
  for (const name of Object.keys(query)) {
    const value = query[name];
    const items = (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined && item !== null && item !== "")
      .map((item) => encodeURIComponent(toQueryText(name, item, call)));
    if (items.length === 0) continue;
    const key = `&${encodeURIComponent(name)}=`;
    text += key + items.join(commaLists?.includes(name) ? "," : key);
  }
  return text.slice(1);
}

function toQueryText(name: string, value: unknown, call: CallSite): string {
  // Cut from the end, since a year may have more than four digits.
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().slice(0, -"T00:00:00.000Z".length);
  // A lone surrogate has no percent-encoding.
  const isText = typeof value === "string" && !/\p{Cs}/u.test(value);
  if (!isText && typeof value !== "number" && typeof value !== "boolean" && typeof value !== "bigint") {
    throw new NectarValidationError(
      `query parameter "${name}" must be a string, number, boolean, date or list of those`,
      call,
    );
  }
  return String(value);
}
