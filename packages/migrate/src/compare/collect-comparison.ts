import { addDecimals, type Decimal, formatDecimal, parseDecimal } from "../runtime/decimal.ts";
import { isDemand } from "../runtime/is-demand.ts";
import { isRow, type Row, readText } from "../runtime/row.ts";
import {
  type Comparison,
  type DifferenceExample,
  type FieldDifference,
  isSameTotal,
  type UsageTotal,
} from "./comparison.ts";
import { pairRows } from "./pair-rows.ts";
import type { RowList } from "./read-rows.ts";

/** Names from responses are kept up to this number; further ones share an entry. */
const MAX_NAMES = 1000;
const FURTHER = "(further)";
const MAX_EXAMPLES = 3;
const MAX_DEPTH = 3;

type Side = "before" | "after";
type Sum = { readonly sum: Decimal; readonly notAdded: number };
type Totals = Map<string, Record<Side, Sum>>;
type Fields = Map<
  string,
  { -readonly [Key in keyof FieldDifference]: FieldDifference[Key] } & { examples: DifferenceExample[] }
>;

const NO_SUM: Sum = { sum: { digits: 0n, scale: 0 }, notAdded: 0 };

/** Adds up the differences of the lists of many keys, and keeps no row. */
export class ComparisonCollector {
  #keys = 0;
  readonly #incomplete = { before: 0, after: 0 };
  readonly #rows = { before: 0, after: 0 };
  readonly #paired = { byId: 0, byPeriod: 0 };
  readonly #unpaired = { before: 0, after: 0 };
  readonly #regrouped = { periods: 0, sameTotal: 0 };
  readonly #demand = { before: 0, after: 0 };
  readonly #totals: Totals = new Map();
  readonly #demandTotals: Totals = new Map();
  readonly #fields: Fields = new Map();

  /** Compares the lists of one key. */
  add(key: string, left: RowList, right: RowList): void {
    const [before, after] = [left.rows, right.rows];
    this.#keys += 1;
    if (!left.isComplete) this.#incomplete.before += 1;
    if (!right.isComplete) this.#incomplete.after += 1;
    const { byId, byPeriod, groups } = pairRows(this.#count("before", before), this.#count("after", after));
    this.#paired.byId += byId.length;
    this.#paired.byPeriod += byPeriod.length;
    for (const [left, right] of byId) this.#compare(key, left, right, new Set());
    for (const [left, right] of byPeriod) this.#compare(key, left, right, new Set(["id"]));
    for (const group of groups) {
      this.#unpaired.before += group.before.length;
      this.#unpaired.after += group.after.length;
      if (group.before.length === 0 || group.after.length === 0) continue;
      this.#regrouped.periods += 1;
      if (haveSameTotals(group.before, group.after)) this.#regrouped.sameTotal += 1;
    }
  }

  /** The report so far. */
  toComparison(): Comparison {
    return {
      keys: this.#keys,
      incomplete: { ...this.#incomplete },
      rows: { ...this.#rows },
      paired: { ...this.#paired },
      unpaired: { ...this.#unpaired },
      regrouped: { ...this.#regrouped },
      fields: [...this.#fields.values()].sort((a, b) => (a.field < b.field ? -1 : 1)),
      totals: formatTotals(this.#totals),
      demand: { rows: { ...this.#demand }, totals: formatTotals(this.#demandTotals) },
    };
  }

  /** Counts the rows of a side, and returns those of consumption. */
  #count(side: Side, rows: readonly Row[]): Row[] {
    const consumption = rows.filter((row) => !isDemand(row));
    this.#rows[side] += consumption.length;
    this.#demand[side] += rows.length - consumption.length;
    for (const row of rows) addTotal(isDemand(row) ? this.#demandTotals : this.#totals, side, row, MAX_NAMES);
    return consumption;
  }

  #compare(key: string, before: Row, after: Row, ignored: ReadonlySet<string>): void {
    const [left, right] = [flatten(before), flatten(after)];
    for (const field of new Set([...left.keys(), ...right.keys()])) {
      if (ignored.has(field)) continue;
      const kind = compareValues(left.get(field), right.get(field));
      if (kind === "same") continue;
      const name = this.#fields.has(field) || this.#fields.size < MAX_NAMES ? field : FURTHER;
      const known = this.#fields.get(name);
      const entry = known ?? { field: name, differs: 0, spelling: 0, onlyBefore: 0, onlyAfter: 0, examples: [] };
      this.#fields.set(name, entry);
      entry[kind] += 1;
      if (kind === "differs" && entry.examples.length < MAX_EXAMPLES) {
        entry.examples.push({ key, before: left.get(field), after: right.get(field) });
      }
    }
  }
}

function compareValues(left: unknown, right: unknown): "same" | "differs" | "spelling" | "onlyBefore" | "onlyAfter" {
  if (left === undefined) return "onlyAfter";
  if (right === undefined) return "onlyBefore";
  if (left === right || JSON.stringify(left) === JSON.stringify(right)) return "same";
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return a !== undefined && b !== undefined && isZero(addDecimals(a, negate(b))) ? "spelling" : "differs";
}

/** The values of a row by path: `usage`, `site.name`. Lists are values. */
function flatten(row: Row, path = "", depth = 1, values = new Map<string, unknown>()): Map<string, unknown> {
  for (const [field, value] of Object.entries(row)) {
    if (isRow(value) && depth < MAX_DEPTH) flatten(value, `${path}${field}.`, depth + 1, values);
    else values.set(path + field, value);
  }
  return values;
}

/** Tells whether both lists have the same total of each utility type and unit, with all rows in it. */
function haveSameTotals(before: readonly Row[], after: readonly Row[]): boolean {
  const totals: Totals = new Map();
  // Without a limit: units that share an entry may only seem to have the same total.
  for (const row of before) addTotal(totals, "before", row, Number.POSITIVE_INFINITY);
  for (const row of after) addTotal(totals, "after", row, Number.POSITIVE_INFINITY);
  return formatTotals(totals).every(isSameTotal);
}

function addTotal(totals: Totals, side: Side, row: Row, limit: number): void {
  const name = JSON.stringify([readText(row["datasourceType"]) ?? "", readText(row["usageUnits"]) ?? ""]);
  const key = totals.has(name) || totals.size < limit ? name : JSON.stringify([FURTHER, ""]);
  const total = totals.get(key) ?? { before: NO_SUM, after: NO_SUM };
  totals.set(key, { ...total, [side]: addUsage(total[side], row) });
}

function addUsage({ sum, notAdded }: Sum, row: Row): Sum {
  const usage = parseDecimal(row["usage"]);
  return usage === undefined ? { sum, notAdded: notAdded + 1 } : { sum: addDecimals(sum, usage), notAdded };
}

function formatTotals(totals: Totals): UsageTotal[] {
  return [...totals].sort().map(([key, { before, after }]) => {
    const [datasourceType, usageUnits]: unknown[] = JSON.parse(key);
    const texts = { datasourceType: String(datasourceType), usageUnits: String(usageUnits) };
    const notAdded = { before: before.notAdded, after: after.notAdded };
    return { ...texts, before: formatShort(before.sum), after: formatShort(after.sum), notAdded };
  });
}

/** Without zeros at the end of a fraction, so that equal sums look the same. */
function formatShort(decimal: Decimal): string {
  const text = formatDecimal(decimal);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}
