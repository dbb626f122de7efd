/** The fate of a field of a row. */
export type Fate = "kept" | "derived" | "lost" | "added";

/** Number of rows by field, such as `{ serviceAddress: 12, "document.dueDate": 3 }`. */
export type RowsByField = Readonly<Record<string, number>>;

/** The fates of the fields. A field of a part has a path, such as `usageData.serviceAddress`. */
export interface FieldReport {
  /** The value is unchanged. */
  readonly kept: RowsByField;
  /** The value was made from other fields. */
  readonly derived: RowsByField;
  /** The target lacks the field, and its other fields do not carry the value. */
  readonly lost: RowsByField;
  /** The target has the field, and the row cannot know its value, so that it stays absent. */
  readonly added: RowsByField;
}

/** Counts fields by fate. */
export class FieldCounts {
  readonly #counts = { kept: new Map(), derived: new Map(), lost: new Map(), added: new Map() } satisfies Record<
    Fate,
    Map<string, number>
  >;

  /** Counts a field of one row. */
  add(fate: Fate, field: string): void {
    const counts: Map<string, number> = this.#counts[fate];
    counts.set(field, (counts.get(field) ?? 0) + 1);
  }

  /** The counts so far. */
  toReport(): FieldReport {
    const { kept, derived, lost, added } = this.#counts;
    return { kept: toObject(kept), derived: toObject(derived), lost: toObject(lost), added: toObject(added) };
  }
}

function toObject(counts: ReadonlyMap<string, number>): RowsByField {
  return Object.fromEntries(counts);
}
