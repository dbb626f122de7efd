import type { JsonObject } from "@nectar-sdk/openapi/document";

/**
 * A number from 0 to below 1 for a name. The same name and seed give the same number in every version of the API, so that a component
 * that two versions share is renamed alike in both.
 */
export type Random = (name: string) => number;

/** One way in which an upstream document may differ from the reconstructed one. */
export interface Axis {
  readonly name: string;
  /** Whether it changes only how the document says things, so that normalising takes it out again. */
  readonly isStyle: boolean;
  readonly apply: (document: JsonObject, random: Random, version: string) => JsonObject;
}
