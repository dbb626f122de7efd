// Generated from specs/v2.1/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

import type { ApiDefinition } from "./contract.js";
import { operationTable } from "./operations.js";
import type { ApiTypes } from "./type-maps.js";

/** The API version that this package describes. */
export const API_VERSION = "v2.1";

/** SHA-256 of the OpenAPI document that this package was generated from. */
export const SPEC_SHA256 = "c3930f2c18dee82d0a1c840d73630f2884d61eebe890b9aa025a4511c17e8207";

/** Type of {@link v2_1}. */
export interface V2_1 extends ApiDefinition<ApiTypes> {
  readonly version: typeof API_VERSION;
}

/** Nectar Climate API v2.1, the value to create a client with. */
export const v2_1: V2_1 = {
  version: API_VERSION,
  baseUrl: "https://external.nectarclimate.com/v2.1",
  sha256: SPEC_SHA256,
  apiKeyHeader: "X-API-KEY",
  operations: operationTable,
};
