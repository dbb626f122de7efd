import type { NectarClientOptions } from "../config/options.ts";
import type { ApiCall } from "../contract.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import type { Client } from "../transport/openapi-fetch.ts";

/** The types that the value of an API version carries. */
export interface VersionTypes {
  readonly resources: object;
  readonly paths: object;
  readonly paginated: object;
  readonly errors: object;
}

/** What every client has beside its resources. */
export interface ClientMembers<Types extends VersionTypes, Self> {
  /** openapi-fetch's methods on the raw paths: values instead of exceptions, under the same rules of key, retries, times and limits. */
  readonly raw: Client<Types["paths"]>;

  /**
   * A copy with other options; what is not given stays. Both keep to one limit of requests, unless `maxConcurrency` is given.
   *
   * @throws {NectarConfigError} for options that cannot work
   */
  with(options: NectarClientOptions): Self;

  /**
   * Whether the API refused a call of that operation of this API version with that status; its `body` is typed accordingly.
   *
   * @param operation operation id, such as `site_company_create`
   */
  isApiError<Operation extends keyof Types["errors"], Status extends keyof Types["errors"][Operation]>(
    error: unknown,
    operation: Operation,
    status: Status,
  ): error is NectarApiError<Status & number, Types["errors"][Operation][Status]>;
}

/** The resource methods that answer at once; paginated lists need `@nectar-sdk/client`. */
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
