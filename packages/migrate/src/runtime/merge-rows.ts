import { addDecimals, type Decimal, formatDecimal, parseDecimal } from "./decimal.ts";
import { isDemand } from "./is-demand.ts";
import { isRow, type Row, readText } from "./row.ts";
import { hasNoParts, toPart } from "./time-of-use.ts";

/** Rows that became one. */
export interface MergedRows {
  /** Id of the row that stays. */
  readonly id: string;
  /** Ids of the rows that went into it. */
  readonly others: readonly string[];
}

/** Rows that are not joined, because the result could be wrong. */
export interface DoubtfulRows {
  readonly ids: readonly string[];
  readonly reason: string;
}

/** The outcome of {@link mergeRows}. */
export interface Merge {
  /** The joined row for the first row of a group, `undefined` for the others; rows that stay are absent. */
  readonly replaced: ReadonlyMap<Row, Row | undefined>;
  readonly merged: readonly MergedRows[];
  readonly doubtful: readonly DoubtfulRows[];
}

/** The fields of a joined row that are not those of its first row. */
export const JOINED_FIELDS: readonly string[] = ["usage", "timeOfUseBreakdown"];

/** The fields that the rows of a group share. */
const KEY_FIELDS = ["meter", "startDate", "endDate", "document"];

const EXPONENT = /^-?[\d.]+e/i;

/** The fields in which the rows may differ. */
const OWN_FIELDS = new Set([...JOINED_FIELDS, "id", "created", "updated", "timeOfUse"]);

/**
 * Joins rows that are the times of use of one meter and period into one row with a breakdown: the first of them, with the exact sum.
 *
 * @param figures fields that hold further amounts; rows with one of them are doubtful, since a sum of it may be wrong
 * @param isInDocument whether the rows belong to one document, and do not name it
 */
export function mergeRows(rows: readonly Row[], figures: readonly string[], isInDocument: boolean): Merge {
  const merged: MergedRows[] = [];
  const doubtful: DoubtfulRows[] = [];
  const replaced = new Map<Row, Row | undefined>();
  for (const group of groupRows(rows, isInDocument)) {
    if (group.length < 2 || !group.some(hasWord)) continue;
    const ids = group.map((row) => readText(row["id"]) ?? "");
    const joined = joinRows(group, figures, isInDocument);
    if (typeof joined === "string") {
      doubtful.push({ ids, reason: joined });
      continue;
    }
    for (const [index, row] of group.entries()) replaced.set(row, index === 0 ? joined : undefined);
    merged.push({ id: ids[0] ?? "", others: ids.slice(1) });
  }
  return { replaced, merged, doubtful };
}

/** Groups by meter, period and document. Rows that lack the same of them are a group too, which is doubtful. */
function groupRows(rows: readonly Row[], isInDocument: boolean): Iterable<Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(KEY_FIELDS.map((field) => readKey(row, field, isInDocument)));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups.values();
}

function readKey(row: Row, field: string, isInDocument: boolean): string | undefined {
  if (field !== "document") return readText(row[field]);
  return isInDocument ? "-" : isRow(row[field]) ? readText(row[field]["id"]) : undefined;
}

/** The joined row, or why it is doubtful. */
function joinRows(group: readonly Row[], figures: readonly string[], isInDocument: boolean): Row | string {
  const [first = {}] = group;
  const missing = KEY_FIELDS.find((field) => readKey(first, field, isInDocument) === undefined);
  if (missing !== undefined) return `no ${missing}`;
  if (!group.every(hasWord)) return "a row without time of use beside them";
  if (!group.every((row) => hasNoParts(row["timeOfUseBreakdown"]))) return "a row already has a breakdown";
  if (readText(first["usageUnits"]) === undefined) return "no unit";
  if (group.some(isDemand)) return "demand";
  if (!group.every((row) => readText(row["id"]) !== undefined)) return "no id";
  for (const field of ["id", "timeOfUse"]) {
    if (new Set(group.map((row) => readText(row[field]) ?? "")).size < group.length) return `repeated ${field}`;
  }
  const fields = new Set(group.flatMap((row) => Object.keys(row)).filter((field) => !OWN_FIELDS.has(field)));
  for (const field of fields) {
    const [text, ...others] = group.map((row) => JSON.stringify(row[field]));
    if (others.some((other) => other !== text)) return `${field} differs`;
    if (figures.includes(field) && first[field] !== null) return `${field} may have to be added`;
  }
  const usage = sumUsage(group);
  if (usage === undefined) {
    return group.some((row) => EXPONENT.test(String(row["usage"])))
      ? "usage has an exponent"
      : "usage is not a decimal";
  }
  const { timeOfUse, ...rest } = first;
  return { ...rest, usage, timeOfUseBreakdown: group.map(toPart) };
}

/** The exact sum: a string, or a number if all rows have numbers and it can be one. */
function sumUsage(group: readonly Row[]): string | number | undefined {
  let sum: Decimal = { digits: 0n, scale: 0 };
  for (const { usage } of group) {
    const decimal = parseDecimal(usage);
    if (decimal === undefined) return undefined;
    sum = addDecimals(sum, decimal);
  }
  const text = formatDecimal(sum);
  if (group.some(({ usage }) => typeof usage === "string")) return text;
  const again = parseDecimal(Number(text));
  return again !== undefined && isSame(again, sum) ? Number(text) : undefined;
}

function isSame(left: Decimal, right: Decimal): boolean {
  return addDecimals(left, { digits: -right.digits, scale: right.scale }).digits === 0n;
}

function hasWord(row: Row): boolean {
  return readText(row["timeOfUse"]) !== undefined;
}
