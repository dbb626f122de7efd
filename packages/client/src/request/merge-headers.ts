import { requireHeader } from "./require-header.ts";

/** Headers in every form that callers may pass. */
export type HeadersInput =
  | Headers
  | readonly (readonly [name: string, value: unknown])[]
  | Readonly<Record<string, unknown>>;

/** Merges sets of headers, with names in lower case. A later set wins; `undefined` and `null` remove a header. */
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
 * Puts the headers of a raw call on top of the client's, by the rules of openapi-fetch.
 *
 * `undefined` changes nothing, `null` also suppresses headers that the transport adds, and a list appends its items.
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
 * Rejects headers that HTTP cannot send, before anything is sent.
 *
 * @param createError creates the error of a problem, which contains no header value
 */
export function requireHeaders(headers: HeadersInput | undefined, createError: (problem: string) => Error): void {
  for (const [name, value] of toEntries(headers)) {
    for (const text of [value ?? ""].flat()) requireHeader(name, text, createError);
  }
}

function toEntries(headers: HeadersInput = {}): readonly (readonly [name: string, value: unknown])[] {
  return Symbol.iterator in headers ? [...headers] : Object.entries(headers);
}
