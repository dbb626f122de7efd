import { type Row, readText } from "../runtime/row.ts";

/** Rows of one key, side by side. */
export interface PairedRows {
  readonly byId: readonly (readonly [Row, Row])[];
  readonly byPeriod: readonly (readonly [Row, Row])[];
  /** Rows of one meter and period whose number differs; a side may be empty. */
  readonly groups: readonly { readonly before: readonly Row[]; readonly after: readonly Row[] }[];
}

/** Pairs rows by id, and the remaining ones by meter and period where both sides have as many. */
export function pairRows(before: readonly Row[], after: readonly Row[]): PairedRows {
  const byId: [Row, Row][] = [];
  const waiting = new Map<string, Row>();
  const later: Row[] = [];
  for (const row of after) {
    const id = readText(row["id"]);
    if (id === undefined || waiting.has(id)) later.push(row);
    else waiting.set(id, row);
  }
  const earlier: Row[] = [];
  for (const row of before) {
    const id = readText(row["id"]) ?? "";
    const other = waiting.get(id);
    if (other === undefined) earlier.push(row);
    else byId.push([row, other]);
    waiting.delete(id);
  }
  const groups = new Map<string, { before: Row[]; after: Row[] }>();
  for (const row of earlier) findGroup(groups, row).before.push(row);
  for (const row of [...waiting.values(), ...later]) findGroup(groups, row).after.push(row);
  const byPeriod: [Row, Row][] = [];
  const uneven = [...groups.values()].filter((group) => {
    if (group.before.length !== group.after.length) return true;
    const [left, right] = [group.before, group.after].map((rows) => rows.toSorted(compareRows));
    for (const [index, row] of (left ?? []).entries()) {
      const other = right?.[index];
      if (other !== undefined) byPeriod.push([row, other]);
    }
    return false;
  });
  return { byId, byPeriod, groups: uneven };
}

function findGroup(groups: Map<string, { before: Row[]; after: Row[] }>, row: Row) {
  const key = JSON.stringify([row["meter"], row["startDate"], row["endDate"]]);
  const group = groups.get(key) ?? { before: [], after: [] };
  groups.set(key, group);
  return group;
}

/** Rows of one period in an order that does not depend on that of the lists. */
function compareRows(left: Row, right: Row): number {
  const [a, b] = [toSortKey(left), toSortKey(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function toSortKey(row: Row): string {
  return JSON.stringify([row["usageUnits"], row["timeOfUse"] ?? null, String(row["usage"])]);
}
