export type { ClientMembers, CoreClient, CoreResources, VersionTypes } from "./client/client-types.ts";
export { createCoreClient } from "./client/create-core-client.ts";
export type { Attempt, ErrorContext, NectarErrorKind } from "./errors/nectar-error.ts";
