import { isRow, type Row } from "../runtime/row.ts";

/** A list, as any client returns it. If it has `completeness.isComplete`, as lists of the client do, this is read at its end. */
export type List = Iterable<unknown> | AsyncIterable<unknown>;

/** The rows of a list. */
export interface RowList {
  readonly rows: readonly Row[];
  /** Whether every entry was an object, and the list does not say that it is incomplete. */
  readonly isComplete: boolean;
}

/** Reads a list to its end. */
export async function readRows(list: List): Promise<RowList> {
  const rows: Row[] = [];
  let isComplete = true;
  for await (const entry of list) {
    if (isRow(entry)) rows.push(entry);
    else isComplete = false;
  }
  const completeness = isRow(list) ? list["completeness"] : undefined;
  return { rows, isComplete: isComplete && !(isRow(completeness) && completeness["isComplete"] === false) };
}
