// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { ApiDefinition } from "./contract.js";
import { operationTable } from "./operations.js";
import type { ApiTypes } from "./type-maps.js";

/** The API version that this package describes. */
export const API_VERSION = "v2.2";

/** SHA-256 of the OpenAPI document that this package was generated from. */
export const SPEC_SHA256 = "1b354c28968812eab2c44bac103a555842705b0b62fdfb5774b38d382e51c85b";

/** Type of {@link v2_2}. */
export interface V2_2 extends ApiDefinition<ApiTypes> {
  readonly version: typeof API_VERSION;
}

/** Nectar Climate API v2.2, the value to create a client with. */
export const v2_2: V2_2 = {
  version: API_VERSION,
  baseUrl: "https://external.nectarclimate.com/v2.2",
  sha256: SPEC_SHA256,
  apiKeyHeader: "X-API-KEY",
  operations: operationTable,
};
