import type { FieldCounts } from "./field-counts.ts";
import type { Row } from "./row.ts";
import { hasNoParts, isWord, toBreakdown, toWord } from "./time-of-use.ts";

/** The fields of a shape that not every version has, before and after. */
export interface FieldStep {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Converts the fields of one row. Fields that the target lacks go, unknown fields pass through, and the time of use is translated between a
 * word and a breakdown.
 *
 * @param path of the fields in the report, such as `usageData.`
 * @param made fields whose values were made from other rows before
 */
export function convertRow(
  row: Row,
  step: FieldStep,
  counts: FieldCounts,
  path = "",
  made: readonly string[] = [],
): Row {
  const isRemoved = (field: string): boolean => step.from.includes(field) && !step.to.includes(field);
  const derived = deriveTimeOfUse(row, step);
  const entries = Object.entries(row).filter(([field]) => !isRemoved(field) && !Object.hasOwn(derived, field));
  for (const [field] of entries) counts.add(made.includes(field) ? "derived" : "kept", path + field);
  for (const field of Object.keys(derived)) counts.add("derived", path + field);
  for (const field of Object.keys(row).filter(isRemoved)) {
    if (!isSaid(field, { ...row, ...derived }, step)) counts.add("lost", path + field);
  }
  const converted = Object.fromEntries([...entries, ...Object.entries(derived)]);
  for (const field of step.to) {
    if (!step.from.includes(field) && !Object.hasOwn(converted, field)) counts.add("added", path + field);
  }
  return converted;
}

/** The field of the time of use that the target asks for and the row lacks. */
function deriveTimeOfUse(row: Row, { from, to }: FieldStep): Row {
  const [hasWord, hasBreakdown] = [to.includes("timeOfUse"), to.includes("timeOfUseBreakdown")];
  if (hasBreakdown && !hasWord && Object.hasOwn(row, "timeOfUse")) {
    const breakdown = hasNoParts(row["timeOfUseBreakdown"]) ? toBreakdown(row) : undefined;
    return breakdown === undefined ? {} : { timeOfUseBreakdown: breakdown };
  }
  const isAsked = hasWord && !Object.hasOwn(row, "timeOfUse") && (!hasBreakdown || !from.includes("timeOfUse"));
  if (!isAsked || !Array.isArray(row["timeOfUseBreakdown"])) return {};
  return hasBreakdown || isSingle(row) ? { timeOfUse: toWord(row) } : {};
}

function isSingle(row: Row): boolean {
  return toWord(row) !== null || hasNoParts(row["timeOfUseBreakdown"]);
}

/** Tells whether the way back restores a field that the target lacks from the other field of the time of use. */
function isSaid(field: string, row: Row, { from, to }: FieldStep): boolean {
  if (field === "timeOfUse") {
    const isRestored = from.includes("timeOfUseBreakdown") || isSingle(row);
    return isRestored && Array.isArray(row["timeOfUseBreakdown"]) && toWord(row) === row[field];
  }
  if (field !== "timeOfUseBreakdown" || from.includes("timeOfUse") || !to.includes("timeOfUse")) return false;
  return Array.isArray(row[field]) && isSingle(row) && isWord(row) && row["timeOfUse"] === toWord(row);
}
