import { operationsOf } from "../call/bound-operation.ts";
import type { Engine } from "../call/engine.ts";
import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition } from "../contract.ts";
import { isApiError } from "../errors/is-api-error.ts";
import type { CoreClient, VersionTypes } from "./client-types.ts";
import { createEngine } from "./create-engine.ts";
import { createRaw, type FindTarget, targetFinder } from "./raw.ts";
import { buildResources, type MakeList, type Resources } from "./resources.ts";

/** Parts that a client may have or not. */
export interface Extensions {
  readonly makeList?: MakeList;
  /** Adds to the resources and to the raw methods. */
  readonly extend?: (engine: Engine, resources: Resources, raw: object, find: FindTarget) => void;
}

/** Builds a client as it is at run time; its types come with the value of the API version. */
export function buildClient(
  api: ApiDefinition<unknown>,
  options: NectarClientOptions,
  extensions: Extensions,
  original?: Engine,
): object {
  const engine = createEngine(api, options, original);
  const operations = operationsOf(engine);
  const find = targetFinder(engine, operations);
  const raw = createRaw(engine, find);
  const resources = buildResources(engine, operations, extensions.makeList);
  extensions.extend?.(engine, resources, raw, find);
  return {
    ...resources,
    raw,
    with: (changes: NectarClientOptions) => buildClient(api, { ...options, ...changes }, extensions, engine),
    isApiError: (error: unknown, operation: string, status: number) =>
      isApiError(error, operation, status) && error.apiVersion === api.version,
  };
}

/**
 * Creates a client without paging, jobs and uploads, for where every byte counts.
 *
 * @param api the API version, such as `v2_2` of `@nectar-sdk/api-v2.2`
 * @throws {NectarConfigError} for options that cannot work
 */
export function createCoreClient<Types extends VersionTypes>(
  api: ApiDefinition<Types>,
  options: NectarClientOptions = {},
): CoreClient<Types> {
  // The table that the methods are made of and the types come from one document.
  return buildClient(api, options, {}) as CoreClient<Types>;
}
