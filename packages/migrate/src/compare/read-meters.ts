import { readText } from "../runtime/row.ts";
import { type List, readRows } from "./read-rows.ts";

/** The meters of a company in one version. */
export interface MeterList {
  readonly ids: ReadonlySet<string>;
  /** Whether every meter has an id, and the list does not say that it is incomplete. */
  readonly isComplete: boolean;
}

/** Reads a list of meters, and keeps their ids only. */
export async function readMeters(list: List): Promise<MeterList> {
  const { rows, isComplete } = await readRows(list);
  const ids = rows.map((row) => readText(row["id"])).filter((id) => id !== undefined);
  return { ids: new Set(ids), isComplete: isComplete && ids.length === rows.length };
}
