// Generated from specs/v2.1/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

import type {
  ApiDefinition,
} from "./contract.js";
import { operationTable } from "./operations.js";
import type {
  Resources,
} from "./resources.js";
import type {
  components,
  operations,
  paths,
} from "./schema.js";
import type {
  OperationErrors,
  PaginatedPaths,
  WebhookEvents,
} from "./type-maps.js";

/** API version of this package. */
export const API_VERSION = "v2.1";

/** SHA-256 of `specs/v2.1/openapi.json`, the document that this package was generated from. */
export const SPEC_SHA256 = "c4b662e8c51935f91373efa59ee784148903f1f58d81f090719153eccb0f5dad";

/** Everything that the version's value carries as types. */
export interface ApiTypes {
  readonly resources: Resources;
  readonly paths: paths;
  readonly operations: operations;
  readonly components: components;
  readonly paginated: PaginatedPaths;
  readonly errors: OperationErrors;
  readonly webhooks: WebhookEvents;
}

/** API v2.1 for a client: `createNectarClient(v2_1, …)`. */
export const v2_1: ApiDefinition<typeof API_VERSION, ApiTypes> = {
  version: API_VERSION,
  baseUrl: "https://external.nectarclimate.com/v2.1",
  apiKeyHeader: "X-API-KEY",
  specSha256: SPEC_SHA256,
  operations: operationTable,
};
