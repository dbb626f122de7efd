import type { versionFields } from "./version-fields.ts";

/** A version of the API. */
export type ApiVersion = keyof typeof versionFields;

/** A shape with fields that not every version has. */
export type Shape = "usage" | "usageDocument" | "document" | "documentUsage";

type Fields<Version extends ApiVersion, Of extends Shape> = (typeof versionFields)[Version][Of][number];

type Lost<From extends ApiVersion, To extends ApiVersion, Of extends Shape> = Exclude<Fields<From, Of>, Fields<To, Of>>;

type Member<Value, Key extends string> = Value extends { readonly [K in Key]?: infer Type } ? Type : unknown;

/** A part of a breakdown, made from a row. */
export interface TimeOfUsePart<Source> {
  timeOfUse: string;
  usage?: Exclude<Member<Source, "usage">, undefined>;
  usageUnits?: Exclude<Member<Source, "usageUnits">, undefined>;
}

interface Derived<Source> {
  timeOfUse: string | null;
  timeOfUseBreakdown: TimeOfUsePart<Source>[];
}

type Shaped<Source, From extends ApiVersion, To extends ApiVersion, Of extends Shape> = Omit<
  Source,
  Lost<From, To, Of>
> &
  Partial<Pick<Derived<Source>, Extract<Fields<To, Of>, keyof Derived<Source>>>>;

/** A usage row in the shape of another version. */
export type ConvertedUsage<Source, From extends ApiVersion, To extends ApiVersion> = Shaped<Source, From, To, "usage">;

/** A document in the shape of another version. */
export type ConvertedDocument<Source, From extends ApiVersion, To extends ApiVersion> = Omit<
  Shaped<Source, From, To, "document">,
  "usageData"
> & { usageData: Shaped<Item<Member<Source, "usageData">>, From, To, "documentUsage">[] };

type Item<List> = List extends readonly (infer Type)[] ? Type : unknown;
