import { findHeaderProblem } from "./header-problem.ts";

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
  const merged = new Map<string, string | null>(Object.entries(defaults));
  for (const [name, value] of toEntries(headers)) {
    const key = name.toLowerCase();
    if (value === null) merged.set(key, null);
    else if (Array.isArray(value)) {
      const texts = [merged.get(key) ?? [], ...value].flat();
      if (texts.length > 0) merged.set(key, texts.join(", "));
    } else if (value !== undefined) merged.set(key, String(value));
  }
  return Object.fromEntries(merged);
}

/**
 * Refuses headers that cannot be sent, before anything is.
 *
 * @param refuse makes the error of a problem; no value is in it
 */
export function requireHeaders(headers: HeadersInput | undefined, refuse: (problem: string) => Error): void {
  if (headers !== undefined && (typeof headers !== "object" || headers === null)) {
    throw refuse("`headers` must be an object");
  }
  for (const [name, value] of toEntries(headers)) {
    for (const text of Array.isArray(value) ? value : [value ?? ""]) {
      const problem = findHeaderProblem(name, text);
      if (problem !== undefined) throw refuse(problem);
    }
  }
}

function toEntries(headers: HeadersInput | undefined): readonly (readonly [name: string, value: unknown])[] {
  if (headers === undefined) return [];
  return Symbol.iterator in headers ? [...headers] : Object.entries(headers);
}
