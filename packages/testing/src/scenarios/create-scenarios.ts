import { loadDocument } from "../document/load-document.ts";
import { requireVersion } from "../version/require-version.ts";
import type {
  CarriedTypes,
  DeclaredStatus,
  ListItem,
  ListOperationName,
  OperationName,
  ResponseBody,
  TestedApi,
} from "../version/typed-api.ts";
import { createDisconnect, type DisconnectOptions } from "./disconnect.ts";
import { createFlaky, type FlakyOptions } from "./flaky.ts";
import { createJobLifecycle } from "./job-lifecycle.ts";
import type { LimitOptions } from "./limit-scenario.ts";
import { createMalformed, type MalformedOptions } from "./malformed.ts";
import { createPagedList, type PagedListOptions } from "./paged-list.ts";
import { createRateLimited, type RateLimitedOptions } from "./rate-limited.ts";
import { createReply, type ReplyOptions } from "./reply.ts";
import type { Scenario } from "./scenario.ts";
import { createSlow } from "./slow.ts";

/**
 * Scenarios of one API version; pass their results to `mock.use`. Each throws at once for invalid options.
 *
 * `pagedList`, `jobLifecycle` and `reply` let Prism check a request first, so that a wrong request still fails. The others skip Prism.
 */
export interface Scenarios<Types extends CarriedTypes, Version extends string> {
  /**
   * A list with the given items. Filters are accepted but have no effect.
   *
   * @throws {TypeError} when the operation is not a paginated list, or an item does not match its schema
   * @throws {RangeError} when the operation does not exist, or a number is out of range
   * @example
   * mock.use(pagedList("documents.listByCompany", { items: 250, pageSize: 100 }));
   */
  pagedList<Name extends ListOperationName<Types>>(
    operation: Name,
    options: PagedListOptions<ListItem<Types, Name>>,
  ): Scenario<Version>;
  /**
   * Jobs that move to the next state with each poll, and keep the last.
   *
   * Submitting a job returns the first state and a new id. A status takes the other fields from the example of the document.
   *
   * @throws {TypeError} when a state does not match the schema of a job
   * @throws {RangeError} when there are no states
   * @example
   * mock.use(jobLifecycle(["PENDING", "COMPLETED"]));
   */
  jobLifecycle(states: readonly JobState<Types>[]): Scenario<Version>;
  /**
   * A response with a declared status and body. The body may have additional properties.
   *
   * @throws {RangeError} when the operation does not exist or does not declare the status
   * @throws {TypeError} when the body does not match its schema
   * @example
   * mock.use(reply("ping.retrieve", 404, { detail: "gone" }, { times: 1 }));
   */
  reply<Name extends OperationName<Types>, Status extends DeclaredStatus<Types, Name>>(
    operation: Name,
    status: Status,
    ...body: ReplyBody<ResponseBody<Types, Name, Status>>
  ): Scenario<Version>;
  /**
   * Responds with 429 and the documented body, by default once.
   *
   * @throws {RangeError} when an option is invalid
   * @example
   * mock.use(rateLimited({ retryAfter: 1 }));
   */
  rateLimited(options?: RateLimitedOptions<OperationName<Types>>): Scenario<Version>;
  /**
   * Responds with an error, by default once with 503.
   *
   * @throws {RangeError} when an option is invalid
   * @example
   * mock.use(flaky({ status: 502, times: 2 }));
   */
  flaky(options?: FlakyOptions<OperationName<Types>>): Scenario<Version>;
  /**
   * Delays requests by a number of milliseconds, by default every request.
   *
   * @throws {RangeError} when the delay or an option is invalid
   * @example
   * mock.use(slow(5_000, { operation: "jobs.retrieve" }));
   */
  slow(ms: number, options?: LimitOptions<OperationName<Types>>): Scenario<Version>;
  /**
   * Breaks the connection before the response or within its body, by default once.
   *
   * @throws {RangeError} when an option is invalid
   * @example
   * mock.use(disconnect({ afterBytes: 100 }));
   */
  disconnect(options?: DisconnectOptions<OperationName<Types>>): Scenario<Version>;
  /**
   * Responds with a success whose body cannot be parsed, by default once.
   *
   * @throws {RangeError} when an option is invalid
   * @example
   * mock.use(malformed({ kind: "html" }));
   */
  malformed(options?: MalformedOptions<OperationName<Types>>): Scenario<Version>;
}

/** A status, or a job with a status; the id is always that of the requested job. */
export type JobState<Types extends CarriedTypes> =
  | JobBody<Types>["status"]
  | (Partial<JobBody<Types>> & Pick<JobBody<Types>, "status">);

/** The body of a job. */
export type JobBody<Types extends CarriedTypes> = Types["operations"] extends { "jobs.retrieve": infer Operation }
  ? Operation extends { responses: { 200: { content: { "application/json": infer Job extends { status: string } } } } }
    ? Job
    : never
  : never;

/** Arguments of `reply` after the status: the body, when the response has one, and the options. */
export type ReplyBody<Body> = [Body] extends [undefined]
  ? [body?: undefined, options?: ReplyOptions]
  : [body: Body, options?: ReplyOptions];

/**
 * Creates the scenarios of an API version, which types their operations, items and bodies.
 *
 * @throws {Error} when the package of the version is not installed
 * @example
 * const { pagedList, flaky } = createScenarios(v2_2);
 */
export function createScenarios<Types extends CarriedTypes, Version extends string>(
  api: TestedApi<Types> & { readonly version: Version },
): Scenarios<Types, Version> {
  requireVersion(api);
  const bound = { version: api.version, document: loadDocument(api) };
  return {
    pagedList: (operation, options) => createPagedList(bound, operation, options),
    jobLifecycle: (states) => createJobLifecycle(bound, states),
    reply: (operation, status, ...[body, options]) => createReply(bound, { operation, status, body, options }),
    rateLimited: (options) => createRateLimited(bound, options),
    flaky: (options) => createFlaky(bound, options),
    slow: (ms, options) => createSlow(bound, ms, options),
    disconnect: (options) => createDisconnect(bound, options),
    malformed: (options) => createMalformed(bound, options),
  };
}
