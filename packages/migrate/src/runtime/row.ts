/** A row as JSON gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Tells whether a value is a JSON object. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a non-empty string; `undefined` for any other value. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
