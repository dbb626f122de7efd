import { readFile } from "node:fs/promises";
import type { Change } from "@nectar-sdk/openapi/diff";
import { isArray, isObject, stringIn } from "@nectar-sdk/openapi/document";
import { parse } from "yaml";
import { UsageError } from "../shared/usage-error.ts";

/** A change that is accepted until a day. */
export interface IgnoredChange {
  readonly id: string;
  readonly reason: string;
  /** The last day on which the entry counts, `2027-01-31` (UTC). */
  readonly until: string;
}

/** The most bytes of a list: about 5,000 entries. */
const LONGEST = 1_000_000;

/**
 * Reads a list of ignored changes, YAML or JSON: `[{ id, reason, until }]`.
 *
 * @throws {UsageError} when the file or an entry is invalid
 */
export async function readIgnoreList(path: string): Promise<IgnoredChange[]> {
  const fail = (problem: string) => new UsageError(`--ignore ${path}: ${problem}`);
  const text = await readFile(path, "utf8").catch(() => {
    throw fail("cannot be read; expected a YAML or JSON file");
  });
  if (text.length > LONGEST) throw fail(`is longer than ${LONGEST} characters; remove entries`);
  const entries = parseList(text);
  if (entries === undefined) throw fail("is not a list; expected entries with `id`, `reason` and `until`");
  return entries.map((entry, index) => {
    const ignored = readEntry(entry);
    if (typeof ignored === "string") throw fail(`entry ${index + 1} ${ignored}`);
    return ignored;
  });
}

function parseList(text: string): readonly unknown[] | undefined {
  try {
    const list: unknown = parse(text, { maxAliasCount: 0 });
    return isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the entry, or what is wrong with it. */
function readEntry(entry: unknown): IgnoredChange | string {
  // YAML reads 12 digits as a number, and would drop a leading zero; the id must then be quoted.
  const [id, reason, until] = ["id", "reason", "until"].map((key) => stringIn(entry, key) ?? "");
  if (!isObject(entry) || id === undefined || !/^[0-9a-f]{12}$/.test(id))
    return 'needs an `id` of 12 hex digits, in quotes: id: "0123456789ab"';
  if (reason === undefined || reason.trim() === "") return `(${id}) needs a \`reason\``;
  if (until === undefined || !isDay(until)) return `(${id}) needs a day as \`until\`, such as 2027-01-31`;
  return { id, reason, until };
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

/**
 * Returns the changes that no entry ignores. Ids do not depend on the view.
 *
 * @throws {UsageError} when an entry matches no change, or its last day has passed
 */
export function applyIgnoreList(
  changes: readonly Change[],
  ignored: readonly IgnoredChange[],
  today: string,
): Change[] {
  const found = new Set(changes.map(({ id }) => id));
  const problems = ignored.flatMap(({ id, until }) => {
    if (!found.has(id)) return [`${id} matches no change, remove it`];
    return until < today ? [`${id} ended on ${until}, act on it or extend it`] : [];
  });
  if (problems.length > 0) throw new UsageError(`--ignore: ${problems.join("; ")}`);
  const ids = new Set(ignored.map(({ id }) => id));
  return changes.filter(({ id }) => !ids.has(id));
}
