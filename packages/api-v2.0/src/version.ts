// Generated from specs/v2.0/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { ApiDefinition } from "./contract.js";
import { operationTable } from "./operations.js";
import type { ApiTypes } from "./type-maps.js";

/** The API version that this package describes. */
export const API_VERSION = "v2.0";

/** SHA-256 of the OpenAPI document that this package was generated from. */
export const SPEC_SHA256 = "5fb9d2175c95c2fdd305328f16cf179840c92ad5f1df74d4d5ecd430ed73b8f2";

/** Type of {@link v2_0}. */
export interface V2_0 extends ApiDefinition<ApiTypes> {
  readonly version: typeof API_VERSION;
}

/** Nectar Climate API v2.0, the value to create a client with. */
export const v2_0: V2_0 = {
  version: API_VERSION,
  baseUrl: "https://external.nectarclimate.com/v2",
  sha256: SPEC_SHA256,
  apiKeyHeader: "X-API-KEY",
  operations: operationTable,
};
