import { type Conversion, type ConversionReport, convertDocuments, convertUsage } from "./convert-set.ts";
import type { ApiVersion, ConvertedDocument, ConvertedUsage } from "./converted.ts";
import { versionFields } from "./version-fields.ts";

export type { ConversionReport } from "./convert-set.ts";
export type {
  ApiVersion,
  ConvertedDocument,
  ConvertedUsage,
  DerivedFields,
  ItemOf,
  LostFields,
  MemberOf,
  Shape,
  ShapedAs,
  TimeOfUsePart,
  VersionedFields,
} from "./converted.ts";
export type { FieldReport, RowsByField } from "./field-counts.ts";
export type { DoubtfulRows, MergedRows } from "./merge-rows.ts";

/** The versions of a conversion. */
export interface ConversionOptions<From extends ApiVersion, To extends ApiVersion> {
  /** The version that the rows come from. */
  readonly from: From;
  /** The version whose shape they take. */
  readonly to: To;
}

/** Options of an upgrade. */
export interface UpgradeOptions<From extends ApiVersion, To extends ApiVersion> extends ConversionOptions<From, To> {
  /**
   * Joins the rows of one meter, period, document and unit that differ in `timeOfUse` into one row with a breakdown. Give it whole sets: all
   * rows of a meter. Doubtful rows are not joined; the report lists them.
   *
   * @default false
   */
  readonly merge?: boolean;
}

/** Converted rows, in the order of the given ones, and the fates of their fields. */
export interface Conversions<Converted> {
  readonly rows: Converted[];
  readonly report: ConversionReport;
}

const VERSIONS = Object.keys(versionFields);

/**
 * Brings stored usage rows into the shape of a newer version. Does not change the given rows; unknown fields pass through, and figures keep
 * their bytes.
 *
 * @throws {RangeError} for an unknown version, an older target, or `merge` with a target that has no `timeOfUseBreakdown` alone
 */
export function upgradeUsage<Source extends object, From extends ApiVersion, To extends ApiVersion>(
  rows: Iterable<Source>,
  options: UpgradeOptions<From, To>,
): Conversions<ConvertedUsage<Source, From, To>> {
  return asConverted(convertUsage([...rows], checkUpgrade(options)));
}

/**
 * Brings stored documents, with the usage rows in them, into the shape of a newer version.
 *
 * @throws {RangeError} as {@link upgradeUsage} does
 */
export function upgradeDocuments<Source extends object, From extends ApiVersion, To extends ApiVersion>(
  documents: Iterable<Source>,
  options: UpgradeOptions<From, To>,
): Conversions<ConvertedDocument<Source, From, To>> {
  return asConverted(convertDocuments([...documents], checkUpgrade(options)));
}

/**
 * Brings usage rows of a newer version into the shape of an older one, for stores that keep it. Ids stay; v2.0 described them as UUIDs.
 *
 * @throws {RangeError} for an unknown version or a newer target
 */
export function downgradeUsage<Source extends object, From extends ApiVersion, To extends ApiVersion>(
  rows: Iterable<Source>,
  options: ConversionOptions<From, To>,
): Conversions<ConvertedUsage<Source, From, To>> {
  return asConverted(convertUsage([...rows], checkDowngrade(options)));
}

/**
 * Brings documents of a newer version into the shape of an older one.
 *
 * @throws {RangeError} as {@link downgradeUsage} does
 */
export function downgradeDocuments<Source extends object, From extends ApiVersion, To extends ApiVersion>(
  documents: Iterable<Source>,
  options: ConversionOptions<From, To>,
): Conversions<ConvertedDocument<Source, From, To>> {
  return asConverted(convertDocuments([...documents], checkDowngrade(options)));
}

function checkUpgrade({ from, to, merge = false }: UpgradeOptions<ApiVersion, ApiVersion>): Conversion {
  if (rankOf(from) > rankOf(to)) throw new RangeError(`${to} is older than ${from}: use the downgrade`);
  const [source, target]: (readonly string[])[] = [versionFields[from].usage, versionFields[to].usage];
  if (
    merge &&
    !(source?.includes("timeOfUse") && !target?.includes("timeOfUse") && target?.includes("timeOfUseBreakdown"))
  ) {
    throw new RangeError(`merge is not possible from ${from} to ${to}: both have timeOfUse, or neither`);
  }
  return { from, to, merge };
}

function checkDowngrade({ from, to }: ConversionOptions<ApiVersion, ApiVersion>): Conversion {
  if (rankOf(from) < rankOf(to)) throw new RangeError(`${to} is newer than ${from}: use the upgrade`);
  return { from, to, merge: false };
}

function rankOf(version: string): number {
  const rank = VERSIONS.indexOf(version);
  if (rank === -1) throw new RangeError(`unknown version ${version}; expected one of: ${VERSIONS.join(", ")}`);
  return rank;
}

/** The type is computed from the same table as the rows. */
function asConverted<Converted>({ rows, report }: { rows: readonly unknown[]; report: ConversionReport }) {
  return { rows: rows as Converted[], report };
}
