/** Headers as callers may give them. */
export type HeadersInput =
  | Headers
  | readonly (readonly [name: string, value: string])[]
  | Readonly<Record<string, unknown>>;

/** One set of headers, names in lower case. A later set wins; `undefined` and `null` take a header away. */
export function mergeHeaders(...sets: readonly (HeadersInput | undefined)[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const set of sets) {
    if (set === undefined) continue;
    for (const [name, value] of Symbol.iterator in set ? set : Object.entries(set)) {
      const key = name.toLowerCase();
      if (value === undefined || value === null) delete merged[key];
      else merged[key] = String(value);
    }
  }
  return merged;
}
