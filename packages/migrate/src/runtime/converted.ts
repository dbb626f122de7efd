import type { versionFields } from "./version-fields.ts";

/** A version of the API. */
export type ApiVersion = keyof typeof versionFields;

/** A shape with fields that not every version has. */
export type Shape = "usage" | "usageDocument" | "document" | "documentUsage";

/** The fields of a shape that not every version has, of those that a version has. */
export type VersionedFields<Version extends ApiVersion, Of extends Shape> = (typeof versionFields)[Version][Of][number];

/** Fields of a shape that a version lacks. */
export type LostFields<From extends ApiVersion, To extends ApiVersion, Of extends Shape> = Exclude<
  VersionedFields<From, Of>,
  VersionedFields<To, Of>
>;

/** The type of a member, or unknown. */
export type MemberOf<Value, Key extends string> = Value extends { readonly [K in Key]?: infer Type } ? Type : unknown;

/** A part of a breakdown, made from a row. */
export interface TimeOfUsePart<Source> {
  timeOfUse: string;
  usage?: Exclude<MemberOf<Source, "usage">, undefined>;
  usageUnits?: Exclude<MemberOf<Source, "usageUnits">, undefined>;
}

/** Fields that a conversion derives. */
export interface DerivedFields<Source> {
  timeOfUse: string | null;
  timeOfUseBreakdown: TimeOfUsePart<Source>[];
}

/** A row in one shape of another version. */
export type ShapedAs<Source, From extends ApiVersion, To extends ApiVersion, Of extends Shape> = Omit<
  Source,
  LostFields<From, To, Of>
> &
  Partial<Pick<DerivedFields<Source>, Extract<VersionedFields<To, Of>, keyof DerivedFields<Source>>>>;

/** A usage row in the shape of another version. */
export type ConvertedUsage<Source, From extends ApiVersion, To extends ApiVersion> = ShapedAs<
  Source,
  From,
  To,
  "usage"
>;

/** A document in the shape of another version. */
export type ConvertedDocument<Source, From extends ApiVersion, To extends ApiVersion> = Omit<
  ShapedAs<Source, From, To, "document">,
  "usageData"
> & { usageData: ShapedAs<ItemOf<MemberOf<Source, "usageData">>, From, To, "documentUsage">[] };

/** The type of the items of a list, or unknown. */
export type ItemOf<List> = List extends readonly (infer Type)[] ? Type : unknown;
