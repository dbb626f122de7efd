import type { CallSite } from "../errors/nectar-error.ts";
import { refuseArgument } from "../errors/nectar-validation-error.ts";

/**
 * A query string: lists as repeated keys, dates as `YYYY-MM-DD` (UTC). What is `undefined`, `null` or empty text is not sent; Nectar
 * refuses empty text.
 *
 * @throws {NectarValidationError} for a value that is no text, number, boolean, date or list of those
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>, call: CallSite): string {
  let text = "";
  for (const name of Object.keys(query)) {
    const value = query[name];
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null || item === "") continue;
      text += `${text && "&"}${encodeURIComponent(name)}=${encodeURIComponent(textOf(name, item, call))}`;
    }
  }
  return text;
}

function textOf(name: string, value: unknown, call: CallSite): string {
  // Without the time, however many digits the year has.
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().slice(0, -"T00:00:00.000Z".length);
  // Half of a surrogate pair has no encoding.
  const isText = typeof value === "string" && !/\p{Cs}/u.test(value);
  if (!isText && typeof value !== "number" && typeof value !== "boolean" && typeof value !== "bigint") {
    throw refuseArgument(
      call,
      `query parameter "${name}" must be text, a number, a boolean, a date or a list of those`,
    );
  }
  return String(value);
}
