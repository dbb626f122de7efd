import { isRow, type Row, readText } from "./row.ts";

/** The part of a breakdown that is a whole row. */
export function toPart(row: Row): Row {
  const part: Record<string, unknown> = { timeOfUse: row["timeOfUse"] };
  for (const field of ["usage", "usageUnits"]) if (Object.hasOwn(row, field)) part[field] = row[field];
  return part;
}

/** Makes the breakdown of a row from its word: none for `null`, one part for a word, `undefined` for everything else. */
export function toBreakdown(row: Row): Row[] | undefined {
  const word = row["timeOfUse"];
  if (word === null) return [];
  return readText(word) === undefined ? undefined : [toPart(row)];
}

/** The word of a row with a breakdown: that of its only part if this is the whole row, else `null`. */
export function toWord(row: Row): string | null {
  const part = findWholePart(row);
  return part === undefined ? null : (readText(part["timeOfUse"]) ?? null);
}

/** Tells whether {@link toWord} says everything that the breakdown says. */
export function isWord(row: Row): boolean {
  const part = findWholePart(row);
  if (part === undefined) return hasNoParts(row["timeOfUseBreakdown"]);
  const known = toPart({ ...row, timeOfUse: part["timeOfUse"] });
  return Object.keys(part).every((field) => Object.hasOwn(known, field) || part[field] === null);
}

/** Tells whether a breakdown is absent or empty. */
export function hasNoParts(breakdown: unknown): boolean {
  return breakdown === undefined || breakdown === null || (Array.isArray(breakdown) && breakdown.length === 0);
}

function findWholePart(row: Row): Row | undefined {
  const breakdown = row["timeOfUseBreakdown"];
  const part: unknown = Array.isArray(breakdown) && breakdown.length === 1 ? breakdown[0] : undefined;
  if (!isRow(part) || readText(part["timeOfUse"]) === undefined) return undefined;
  return part["usage"] === row["usage"] && part["usageUnits"] === row["usageUnits"] ? part : undefined;
}
