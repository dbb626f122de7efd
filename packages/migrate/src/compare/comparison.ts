/** Two sides of the same figure. */
export interface BothSides<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** Two values of a field that differ. The key and the values may identify a customer. */
export interface DifferenceExample extends BothSides<unknown> {
  readonly key: string;
}

/** How a field differs in paired rows; the numbers count pairs. */
export interface FieldDifference {
  readonly field: string;
  /** Both have it, with other values. */
  readonly differs: number;
  /** The same decimal in another spelling, such as `1.0` and `1`. */
  readonly spelling: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** At most three. */
  readonly examples: readonly DifferenceExample[];
}

/** The sum of `usage` by utility type and unit, exact. */
export interface UsageTotal extends BothSides<string> {
  /** Number of rows that are not in the sum, because their usage is not a decimal. */
  readonly notAdded: BothSides<number>;
  readonly datasourceType: string;
  readonly usageUnits: string;
}

/** The report of {@link compareVersions}. Only `demand` counts demand rows. */
export interface Comparison {
  /** Number of keys whose lists were compared. */
  readonly keys: number;
  /** Lists with an entry that is not an object, or whose `completeness` says that they are not complete. */
  readonly incomplete: BothSides<number>;
  readonly rows: BothSides<number>;
  /** Pairs by their id, and by meter and period. */
  readonly paired: { readonly byId: number; readonly byPeriod: number };
  /** Rows without a counterpart. */
  readonly unpaired: BothSides<number>;
  /** Meters and periods with another number of rows on both sides, and how many surely have the same total of each utility type and unit. */
  readonly regrouped: { readonly periods: number; readonly sameTotal: number };
  /** Only fields with a difference, by name. */
  readonly fields: readonly FieldDifference[];
  readonly totals: readonly UsageTotal[];
  readonly demand: { readonly rows: BothSides<number>; readonly totals: readonly UsageTotal[] };
}

/** Tells whether two totals are equal and have all rows in them. */
export function isSameTotal({ before, after, notAdded }: UsageTotal): boolean {
  return before === after && notAdded.before + notAdded.after === 0;
}

/** Tells whether the lists have any difference other than the spelling of decimals, or may have one that cannot be seen. */
export function hasDifferences({ incomplete, unpaired, fields, demand, totals }: Comparison): boolean {
  const isChanged = fields.some(({ differs, onlyBefore, onlyAfter }) => differs + onlyBefore + onlyAfter > 0);
  const isSomewhere = ({ before, after }: BothSides<number>): boolean => before + after > 0;
  const isSame = demand.rows.before === demand.rows.after && [...totals, ...demand.totals].every(isSameTotal);
  return isSomewhere(incomplete) || isSomewhere(unpaired) || isChanged || !isSame;
}
