import type { ApiDocument } from "../document/api-document.ts";

/** The version that scenarios are made for. */
export interface For<Version extends string = string> {
  readonly version: Version;
  readonly document: ApiDocument;
}
