import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition, ListOptions, Paginator } from "../contract.ts";
import { makeList, paginate } from "../paging/paginate.ts";
import type { Client } from "../transport/openapi-fetch.ts";
import type { ClientMembers, VersionTypes } from "./client-types.ts";
import { buildClient, type Extensions } from "./create-core-client.ts";
import { extendJobs } from "./extend-jobs.ts";
import type { JobHelpers } from "./job-helpers.ts";
import type { RawInit } from "./raw.ts";

/** openapi-fetch's methods, and paging for the paths that are paginated. */
export interface RawPaging<Types extends VersionTypes> {
  /**
   * Pages through a list by its raw path.
   *
   * @throws {NectarApiError} while it is iterated over, when the API refuses a page
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

/** A client of one API version: its resources, and what every client has. */
export type NectarClient<Types extends VersionTypes> = Types["resources"] &
  ClientMembers<Types, NectarClient<Types>> & {
    readonly raw: Client<Types["paths"]> & RawPaging<Types>;
    readonly jobs: JobHelpers<Types["resources"]>;
  };

const EXTENSIONS: Extensions = {
  makeList,
  extend: (engine, resources, raw, find) => {
    extendJobs(resources, engine);
    Object.assign(raw, {
      paginate: (path: string, { params, ...options }: ListOptions & Pick<RawInit, "params"> = {}) =>
        paginate(engine, find("GET", path), { path: params?.path ?? {}, query: params?.query ?? {}, options }),
    });
  },
};

/**
 * Creates a client of an API version.
 *
 * @param api the API version, such as `v2_2` of `@nectar-sdk/api-v2.2`; all types come from it
 * @throws {NectarConfigError} for options that cannot work
 */
export function createNectarClient<Types extends VersionTypes>(
  api: ApiDefinition<Types>,
  options: NectarClientOptions = {},
): NectarClient<Types> {
  // The table that the methods are made of and the types come from one document.
  return buildClient(api, options, EXTENSIONS) as NectarClient<Types>;
}
