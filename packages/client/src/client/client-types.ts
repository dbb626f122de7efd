import type { NectarClientOptions } from "../config/options.ts";
import type { ApiCall } from "../contract.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import type { Client } from "../transport/openapi-fetch.ts";

/** The types that an API version carries. */
export interface VersionTypes {
  readonly resources: object;
  readonly paths: object;
  readonly paginated: object;
  readonly errors: object;
}

/** The members of every client besides its resources. */
export interface ClientMembers<Types extends VersionTypes, Self> {
  /** openapi-fetch's methods on raw paths, which return errors as values. Keys, retries, timeouts and limits apply as elsewhere. */
  readonly raw: Client<Types["paths"]>;

  /**
   * Returns a copy of the client with some options replaced.
   *
   * Both share one limit of requests, unless `maxConcurrency` is given.
   *
   * @throws {NectarConfigError} when an option is invalid
   * @example const batchClient = nectar.with({ maxRetries: 8, deadline: 5 * 60_000 });
   */
  with(options: NectarClientOptions): Self;

  /**
   * Tells whether the API refused a call of an operation with a status, and types the `body` accordingly.
   *
   * @param operation resource method, such as `sites.create`
   * @example if (nectar.isApiError(error, "sites.create", 400)) console.error(error.body.detail);
   */
  isApiError<Operation extends keyof Types["errors"], Status extends keyof Types["errors"][Operation]>(
    error: unknown,
    operation: Operation,
    status: Status,
  ): error is NectarApiError<Status & number, Types["errors"][Operation][Status]>;
}

/** The resource methods that make a single request; paginated lists need `@nectar-sdk/client`. */
export type CoreResources<Resources> = {
  readonly [Resource in keyof Resources]: {
    readonly [Method in keyof Resources[Resource] as Resources[Resource][Method] extends (
      ...args: never
    ) => ApiCall<unknown>
      ? Method
      : never]: Resources[Resource][Method];
  };
};

/** A client without paging, jobs and uploads. */
export type CoreClient<Types extends VersionTypes> = CoreResources<Types["resources"]> &
  ClientMembers<Types, CoreClient<Types>>;
