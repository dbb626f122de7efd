/** Hashes in a cursor at most, which keeps its JSON below 8 kB. */
export const MAX_HASHES = 860;

/** Characters of a hash in a cursor, in base 36. */
const WIDTH = 9;

/** At most 860 hashes. */
const HASHES = /^(?:[0-9a-z]{9}){0,860}$/;

/** The numbers of a cursor and their minimums. */
const MINIMUMS = { page: 1, offset: 0, total: 0, items: 0 };

/** Shortens a hash to the 46.5 bits that a cursor keeps. */
export function shortenHash(hash: number): number {
  return hash % 36 ** WIDTH;
}

/** Packs short hashes into a string. */
export function packHashes(hashes: readonly number[]): string {
  return hashes.map((hash) => hash.toString(36).padStart(WIDTH, "0")).join("");
}

/** Unpacks the hashes of a checked cursor. */
export function unpackHashes(text: string): number[] {
  return Array.from({ length: text.length / WIDTH }, (_, index) =>
    parseInt(text.slice(index * WIDTH, (index + 1) * WIDTH), 36),
  );
}

/** Returns the name of an invalid member; `undefined` if the value is a cursor. */
export function findCursorProblem(value: unknown): string | undefined {
  const cursor: Readonly<Record<string, unknown>> = { ...Object(value) };
  const { version, seen } = cursor;
  if (version !== 1) return "version";
  if (typeof seen !== "string" || !HASHES.test(seen)) return "seen";
  return Object.entries(MINIMUMS).find(([name, minimum]) => !isCount(cursor[name], minimum))?.[0];
}

/** Tells whether a value is a whole number of at least a minimum. */
export function isCount(value: unknown, minimum: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= minimum;
}
