// Generated from specs/v2.0/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

export type {
  ApiCall as ContractApiCall,
  ApiDefinition as ContractApiDefinition,
  ApiResult as ContractApiResult,
  CallOptions as ContractCallOptions,
  Completeness as ContractCompleteness,
  Cursor as ContractCursor,
  ListOptions as ContractListOptions,
  OperationDefinition as ContractOperationDefinition,
  PageKeys as ContractPageKeys,
  Paginator as ContractPaginator,
  Progress as ContractProgress,
  Wire as ContractWire,
} from "./contract.js";
export type * from "./schema.js";
export type * from "./resources.js";
export type * from "./type-maps.js";
export type { V2_0 } from "./version.js";
export { API_VERSION, SPEC_SHA256, v2_0 } from "./version.js";
