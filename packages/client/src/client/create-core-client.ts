import { bindOperations, type ResourceOperation } from "../call/bound-operation.ts";
import type { Engine } from "../call/engine.ts";
import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition } from "../contract.ts";
import { isApiError } from "../errors/is-api-error.ts";
import type { CoreClient, VersionTypes } from "./client-types.ts";
import { createEngine } from "./create-engine.ts";
import { createOperationFinder, createRaw, type FindOperation } from "./raw.ts";
import { buildResources, type MakeList, type Resources } from "./resources.ts";

/** A client while it is built. */
export interface ClientBuild {
  readonly engine: Engine;
  readonly operations: readonly ResourceOperation[];
  readonly findOperation: FindOperation;
  readonly resources: Resources;
  readonly raw: object;
}

/** Optional features of a client. */
export interface Extensions {
  readonly makeList?: MakeList;
  /** Adds methods to the resources and the raw methods. */
  readonly extend?: (parts: ClientBuild) => void;
}

/** Builds a client; its types come with the value of the API version. */
export function buildClient(
  api: ApiDefinition<unknown>,
  options: NectarClientOptions,
  extensions: Extensions,
  original?: Engine,
): object {
  const engine = createEngine(api, options, original);
  const operations = bindOperations(engine);
  const findOperation = createOperationFinder(engine, operations);
  const raw = createRaw(engine, findOperation);
  const resources = buildResources(engine, operations, extensions.makeList);
  extensions.extend?.({ engine, operations, findOperation, resources, raw });
  return {
    ...resources,
    raw,
    with: (changes: NectarClientOptions) => buildClient(api, { ...options, ...changes }, extensions, engine),
    isApiError: (error: unknown, operation: string, status: number) =>
      isApiError(error, operation, status) && error.apiVersion === api.version,
  };
}

/**
 * Creates a client without paging, jobs and uploads, for the smallest bundle.
 *
 * @param api the API version, such as `v2_2` of `@nectar-sdk/api-v2.2`
 * @throws {NectarConfigError} when an option is invalid
 * @example const core = createCoreClient(v2_2, { apiKey: "nectar-key" });
 */
export function createCoreClient<Types extends VersionTypes>(
  api: ApiDefinition<Types>,
  options: NectarClientOptions = {},
): CoreClient<Types> {
  // The table behind the methods and the types come from the same document.
  return buildClient(api, options, {}) as CoreClient<Types>;
}
