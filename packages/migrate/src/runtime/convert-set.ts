import { convertRow, type FieldStep } from "./convert-row.ts";
import type { ApiVersion, Shape } from "./converted.ts";
import { FieldCounts, type FieldReport } from "./field-counts.ts";
import { type DoubtfulRows, JOINED_FIELDS, type Merge, type MergedRows, mergeRows } from "./merge-rows.ts";
import { isRow } from "./row.ts";
import { usageFigures, versionFields } from "./version-fields.ts";

/** The effects of a conversion. */
export interface ConversionReport extends FieldReport {
  /** Rows that `merge` joined. */
  readonly merged: readonly MergedRows[];
  /** Rows that seem to belong together; they are not joined. */
  readonly doubtful: readonly DoubtfulRows[];
}

/** A conversion, after its options are checked. */
export interface Conversion {
  readonly from: ApiVersion;
  readonly to: ApiVersion;
  readonly merge: boolean;
}

/** Converted rows with their report. */
export interface ConvertedSet {
  readonly rows: readonly unknown[];
  readonly report: ConversionReport;
}

const NO_MERGE: Merge = { replaced: new Map(), merged: [], doubtful: [] };

/** Converts usage rows. */
export function convertUsage(rows: readonly unknown[], conversion: Conversion): ConvertedSet {
  const counts = new FieldCounts();
  const document = readStep("usageDocument", conversion);
  const set = convertEntries(rows, "usage", conversion, counts);
  const converted = set.rows.map((row) => {
    if (!isRow(row) || !isRow(row["document"])) return row;
    return { ...row, document: convertRow(row["document"], document, counts, "document.") };
  });
  return { rows: converted, report: { ...counts.toReport(), merged: set.merged, doubtful: set.doubtful } };
}

/** Converts documents and the usage rows in them. */
export function convertDocuments(documents: readonly unknown[], conversion: Conversion): ConvertedSet {
  const counts = new FieldCounts();
  const step = readStep("document", conversion);
  const merged: MergedRows[] = [];
  const doubtful: DoubtfulRows[] = [];
  const rows = documents.map((document) => {
    if (!isRow(document)) return document;
    const converted = convertRow(document, step, counts);
    const entries: unknown = converted["usageData"];
    if (!Array.isArray(entries)) return converted;
    const set = convertEntries(entries, "documentUsage", conversion, counts);
    for (const one of set.merged) merged.push(one);
    for (const one of set.doubtful) doubtful.push(one);
    return { ...converted, usageData: set.rows };
  });
  return { rows, report: { ...counts.toReport(), merged, doubtful } };
}

function convertEntries(
  entries: readonly unknown[],
  shape: "usage" | "documentUsage",
  conversion: Conversion,
  counts: FieldCounts,
) {
  const isInDocument = shape === "documentUsage";
  const [step, path] = [readStep(shape, conversion), isInDocument ? "usageData." : ""];
  const { replaced, ...merge } = conversion.merge
    ? mergeRows(entries.filter(isRow), usageFigures, isInDocument)
    : NO_MERGE;
  const rows = entries.flatMap((entry): unknown[] => {
    if (!isRow(entry)) return [entry];
    if (!replaced.has(entry)) return [convertRow(entry, step, counts, path)];
    const joined = replaced.get(entry);
    if (joined !== undefined) return [convertRow(joined, step, counts, path, JOINED_FIELDS)];
    for (const field of ["id", "created", "updated"]) if (Object.hasOwn(entry, field)) counts.add("lost", path + field);
    return [];
  });
  return { ...merge, rows };
}

function readStep(shape: Shape, { from, to }: Conversion): FieldStep {
  return { from: versionFields[from][shape], to: versionFields[to][shape] };
}
