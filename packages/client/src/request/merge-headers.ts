import { requireHeader } from "./require-header.ts";

/** Headers as callers may give them. */
export type HeadersInput =
  | Headers
  | readonly (readonly [name: string, value: unknown])[]
  | Readonly<Record<string, unknown>>;

/** One set of headers, names in lower case. A later set wins; `undefined` and `null` take a header away. */
export function mergeHeaders(...sets: readonly (HeadersInput | undefined)[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [name, value] of sets.flatMap(toEntries)) {
    const key = name.toLowerCase();
    if (value === undefined || value === null) delete merged[key];
    else merged[key] = String(value);
  }
  return merged;
}

/**
 * Headers of a raw call on top of the client's, as openapi-fetch has it: `undefined` changes nothing, `null` suppresses even what the
 * transport would add, and the texts of a list are added to what is there.
 */
export function overrideHeaders(
  defaults: Readonly<Record<string, string>>,
  headers: HeadersInput | undefined,
): Record<string, string | null> {
  const merged: Record<string, string | null> = { ...defaults };
  for (const [name, value] of toEntries(headers)) {
    const key = name.toLowerCase();
    const texts = Array.isArray(value) ? [merged[key] ?? [], ...value].flat() : [value ?? []].flat();
    if (value === null) merged[key] = null;
    else if (texts.length > 0) merged[key] = texts.join(", ");
  }
  return merged;
}

/**
 * Refuses headers that cannot be sent, before anything is.
 *
 * @param refuse makes the error of a problem; no value is in it
 */
export function requireHeaders(headers: HeadersInput | undefined, refuse: (problem: string) => Error): void {
  for (const [name, value] of toEntries(headers)) {
    for (const text of [value ?? ""].flat()) requireHeader(name, text, refuse);
  }
}

function toEntries(headers: HeadersInput = {}): readonly (readonly [name: string, value: unknown])[] {
  return Symbol.iterator in headers ? [...headers] : Object.entries(headers);
}
