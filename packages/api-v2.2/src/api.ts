// Generated from specs/v2.2/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

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
export const API_VERSION = "v2.2";

/** SHA-256 of `specs/v2.2/openapi.json`, the document that this package was generated from. */
export const SPEC_SHA256 = "4b7ff5fcd92cf994ea57ed76408342c4d1a9229e43daf4791ab0dc35babb0367";

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

/** API v2.2 for a client: `createNectarClient(v2_2, …)`. */
export const v2_2: ApiDefinition<typeof API_VERSION, ApiTypes> = {
  version: API_VERSION,
  baseUrl: "https://external.nectarclimate.com/v2.2",
  apiKeyHeader: "X-API-KEY",
  specSha256: SPEC_SHA256,
  operations: operationTable,
};
