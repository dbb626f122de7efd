import { readArguments } from "../call/call-operation.ts";
import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition, ListOptions, Paginator } from "../contract.ts";
import { paginate } from "../paging/paginate.ts";
import type { Client } from "../transport/openapi-fetch.ts";
import type { ClientMembers, VersionTypes } from "./client-types.ts";
import { buildClient, type Extensions } from "./create-core-client.ts";
import { extendJobs } from "./extend-jobs.ts";
import type { JobHelpers } from "./job-helpers.ts";
import type { RawInit } from "./raw.ts";

/** Paging for the raw paths of paginated lists. */
export interface RawPaging<Types extends VersionTypes> {
  /**
   * Pages through a list by its raw path.
   *
   * @throws {NectarValidationError} when an option is invalid
   * @throws {NectarApiError} while iterating, when the API refuses a page
   * @example for await (const meter of nectar.raw.paginate("/meter/site/{site_id}", { params: { path: { site_id } } })) { }
   */
  paginate<Path extends keyof Types["paginated"] & keyof Types["paths"]>(
    path: Path,
    init?: PaginateInit<Types["paths"][Path]>,
  ): PaginatorOf<Types["paginated"][Path]>;
}

/** Parameters of a raw list, and the options of every list. */
export type PaginateInit<PathItem> = ListOptions &
  (PathItem extends { get: { parameters: infer Parameters } } ? { readonly params?: Parameters } : object);

/** The paginator of a raw list. */
export type PaginatorOf<List> = List extends { readonly item: infer Item; readonly page: infer Page }
  ? Paginator<Item, Page>
  : never;

/** A client of one API version: its resources, and the members of every client. */
export type NectarClient<Types extends VersionTypes> = Types["resources"] &
  ClientMembers<Types, NectarClient<Types>> & {
    readonly raw: Client<Types["paths"]> & RawPaging<Types>;
    readonly jobs: JobHelpers<Types["resources"]>;
  };

const EXTENSIONS: Extensions = {
  makeList:
    (engine, operation) =>
    (...args) =>
      paginate(engine, operation, readArguments(operation, args)),
  extend: ({ engine, operations, findOperation, resources, raw }) => {
    extendJobs(resources, operations, engine);
    Object.assign(raw, {
      paginate: (path: string, { params, ...options }: ListOptions & Pick<RawInit, "params"> = {}) => {
        const query = params?.query ?? {};
        return paginate(engine, findOperation("GET", path), { path: params?.path ?? {}, query, options });
      },
    });
  },
};

/**
 * Creates a client of an API version.
 *
 * @param api the API version, such as `v2_2` of `@nectar-sdk/api-v2.2`; all types come from it
 * @throws {NectarConfigError} when an option is invalid
 * @example const nectar = createNectarClient(v2_2, { apiKey: "nectar-key" });
 */
export function createNectarClient<Types extends VersionTypes>(
  api: ApiDefinition<Types>,
  options: NectarClientOptions = {},
): NectarClient<Types> {
  // The table behind the methods and the types come from the same document.
  return buildClient(api, options, EXTENSIONS) as NectarClient<Types>;
}
