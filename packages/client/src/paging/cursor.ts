import { KEPT } from "./seen-ids.ts";

/** Base64 of 48 bits. */
const CHARACTERS = 8;

const HASHES = /^(?:[A-Za-z0-9+/]{8})*$/;

/** Packs short hashes, 48 bits each, into base64. */
export function packHashes(hashes: readonly number[]): string {
  const bytes = hashes.flatMap((hash) => [40, 32, 24, 16, 8, 0].map((bits) => Math.floor(hash / 2 ** bits) % 256));
  return btoa(String.fromCharCode(...bytes));
}

/** Unpacks the hashes of a cursor that was checked. */
export function unpackHashes(text: string): number[] {
  const hashes: number[] = [];
  const bytes = atob(text);
  for (let index = 0; index < bytes.length; index += 1) {
    const hash = (index % 6 === 0 ? 0 : (hashes.pop() ?? 0)) * 256 + bytes.charCodeAt(index);
    hashes.push(hash);
  }
  return hashes;
}

/** What makes a value useless as a cursor; `undefined` for a cursor. */
export function findCursorProblem(value: unknown): string | undefined {
  const { version, page, offset, total, items, seen }: Readonly<Record<string, unknown>> = { ...Object(value) };
  if (version !== 1) return "`version` must be 1";
  if (!isCount(page, 1)) return "`page` must be a whole number from 1";
  for (const [name, count] of Object.entries({ offset, total, items }))
    if (!isCount(count, 0)) return `\`${name}\` must be a whole number from 0`;
  const areHashes = typeof seen === "string" && seen.length <= KEPT * CHARACTERS && HASHES.test(seen);
  return areHashes ? undefined : `\`seen\` must be the base64 of at most ${KEPT} hashes`;
}

/** Whether a value is a whole number from a lowest one. */
export function isCount(value: unknown, lowest: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= lowest;
}
