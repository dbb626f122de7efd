/** Hashes that a cursor keeps. Its JSON stays below 8 kB. */
export const KEPT = 860;

/** Characters of a hash in a cursor, to base 36. */
const WIDTH = 9;

/** As many hashes as a cursor keeps at most. */
const HASHES = /^(?:[0-9a-z]{9}){0,860}$/;

/** The numbers of a cursor, and what each is at least. */
const LOWEST = { page: 1, offset: 0, total: 0, items: 0 };

/** As much of a hash as a cursor keeps: 46.5 bits. */
export function shortenHash(hash: number): number {
  return hash % 36 ** WIDTH;
}

/** Packs short hashes into a text. */
export function packHashes(hashes: readonly number[]): string {
  return hashes.map((hash) => hash.toString(36).padStart(WIDTH, "0")).join("");
}

/** Unpacks the hashes of a cursor that was checked. */
export function unpackHashes(text: string): number[] {
  return Array.from({ length: text.length / WIDTH }, (_, index) =>
    parseInt(text.slice(index * WIDTH, (index + 1) * WIDTH), 36),
  );
}

/** Name of a member that no cursor has like this; `undefined` for a cursor. */
export function findCursorProblem(value: unknown): string | undefined {
  const cursor: Readonly<Record<string, unknown>> = { ...Object(value) };
  const { version, seen } = cursor;
  if (version !== 1) return "version";
  if (typeof seen !== "string" || !HASHES.test(seen)) return "seen";
  return Object.entries(LOWEST).find(([name, lowest]) => !isCount(cursor[name], lowest))?.[0];
}

/** Whether a value is a whole number from a lowest one. */
export function isCount(value: unknown, lowest: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= lowest;
}
