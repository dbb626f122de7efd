import { loadDocument } from "../document/load-document.ts";
import { requireVersion } from "../version/require-version.ts";
import type {
  CarriedTypes,
  DeclaredStatus,
  ListItem,
  ListOperationId,
  OperationId,
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
 * The scenarios of one API version; give what they return to `mock.use`. Each throws at once when it cannot be satisfied.
 *
 * `pagedList`, `jobLifecycle` and `reply` let Prism look at a request first: one that it refuses gets Prism's answer, so that a wrong request
 * stays visible. The others act before Prism is asked.
 */
export interface Scenarios<Types extends CarriedTypes, Version extends string> {
  /** A list with chosen items. Filters are accepted and change nothing. */
  pagedList<Id extends ListOperationId<Types>>(
    operation: Id,
    options: PagedListOptions<ListItem<Types, Id>>,
  ): Scenario<Version>;
  /**
   * Jobs that go through the given states: each one by itself, a state for each time it is asked for, and the last one from then on. What
   * submits a job answers the first state and an id of its own. A status takes the rest of its body from the document's example.
   */
  jobLifecycle(states: readonly JobState<Types>[]): Scenario<Version>;
  /** An answer with a declared status and a body of its shape, to every request or to the next `times`. Undeclared properties may be added. */
  reply<Id extends OperationId<Types>, Status extends DeclaredStatus<Types, Id>>(
    operation: Id,
    status: Status,
    ...body: ReplyBody<ResponseBody<Types, Id, Status>>
  ): Scenario<Version>;
  /** Answers 429 with the documented body, once by default. */
  rateLimited(options?: RateLimitedOptions<OperationId<Types>>): Scenario<Version>;
  /** Answers with an error, once with 503 by default. */
  flaky(options?: FlakyOptions<OperationId<Types>>): Scenario<Version>;
  /** Lets requests wait for so many milliseconds before they go on; every one by default. The wait ends with the caller and with the mock. */
  slow(ms: number, options?: LimitOptions<OperationId<Types>>): Scenario<Version>;
  /** Breaks the connection, once by default, before any answer or within its body. */
  disconnect(options?: DisconnectOptions<OperationId<Types>>): Scenario<Version>;
  /** Answers a success whose body cannot be read, once by default. */
  malformed(options?: MalformedOptions<OperationId<Types>>): Scenario<Version>;
}

/** A status, or a job that has one; the id is always that of the job which was asked for. */
export type JobState<Types extends CarriedTypes> =
  | Job<Types>["status"]
  | (Partial<Job<Types>> & Pick<Job<Types>, "status">);

type Job<Types extends CarriedTypes> = Types["operations"] extends { job_retrieve: infer Operation }
  ? Operation extends { responses: { 200: { content: { "application/json": infer Job extends { status: string } } } } }
    ? Job
    : never
  : never;

/** Nothing where the answer has no body; the options come last. */
export type ReplyBody<Body> = [Body] extends [undefined]
  ? [body?: undefined, options?: ReplyOptions]
  : [body: Body, options?: ReplyOptions];

/** Binds the scenarios to an API version: operations, items and bodies are typed by it. Throws when its package is not installed. */
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
