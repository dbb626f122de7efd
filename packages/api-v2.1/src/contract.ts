// Generated from specs/v2.1/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

/**
 * The contract between a client and the packages of the API versions: only types. `pnpm codegen` copies this file into each of these
 * packages, so that they depend on no client.
 */

/** Everything that a client needs at run time to call an operation. */
export interface OperationDefinition {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template. Its parameters, in this order, are the first arguments of the resource method. */
  readonly path: string;
  /** Resource that the method belongs to: `documents`. */
  readonly resource: string;
  /** Name of the resource method: `listByCompany`. */
  readonly name: string;
  /**
   * Whether a failed call may be retried. `read` changes nothing. `idempotent` has the same effect when the server receives it twice, by its
   * method or by `x-idempotent` in the document. `unsafe` may have taken effect, and the API has no idempotency keys.
   */
  readonly retry: "read" | "idempotent" | "unsafe";
  /** Encoding of the body; absent for an operation without one. */
  readonly body?: "json" | "multipart" | "form" | "raw";
  /** Content type of the body, unless it is the usual one for its encoding. */
  readonly mediaType?: string;
  /** Whether the method takes query parameters. */
  readonly query?: true;
  /** How the response body is read; `json` by default. */
  readonly response?: "none" | "text" | "blob";
  /** Keys of the page, for a paginated list. */
  readonly page?: PageKeys;
}

/** The keys of a page that differ between lists. */
export interface PageKeys {
  /** Key of the array of items. */
  readonly items: string;
  /** Key of the number of items on all pages. */
  readonly total: string;
}

/** One API version as a value: pass it to create a client. */
export interface ApiDefinition<Types> {
  readonly version: string;
  readonly baseUrl: string;
  /** SHA-256 of the OpenAPI document that the package was generated from. */
  readonly sha256: string;
  /** Header that carries the API key; absent if the API does not use one. */
  readonly apiKeyHeader?: string;
  readonly operations: Readonly<Record<string, OperationDefinition>>;
  /** Carries the types of the version along with the value. Never set. */
  readonly types?: Types;
}

// Written out, because an interface that extends `Promise` costs compilers half as much time again at each call.
/** A call in progress: a promise of its data. */
export interface ApiCall<T> {
  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  readonly catch: Promise<T>["catch"];
  readonly finally: Promise<T>["finally"];
  readonly [Symbol.toStringTag]: string;
  /** Returns the data with its response, without a second request. */
  withResponse(): Promise<ApiResult<T>>;
}

/** Data with the response that contained it. */
export interface ApiResult<T> {
  readonly data: T;
  /** The response, with its body already read. */
  readonly response: Response;
}

/** Options of one call. Durations are milliseconds. */
export interface CallOptions {
  /** Cancels the call immediately, also while it waits for a retry. */
  readonly signal?: AbortSignal | undefined;
  /** Time for the whole call: all attempts, the waits between them, and reading the response. For a list, all pages. */
  readonly deadline?: number | undefined;
  /** Time for one attempt. */
  readonly timeout?: number | undefined;
  /** How often a failed attempt is retried, if the operation allows it. */
  readonly maxRetries?: number | undefined;
  /**
   * Maximum size of a decompressed response, in bytes. A larger one fails the call. Does not apply to streams of raw calls.
   *
   * @default 67108864, which is 64 MB
   */
  readonly maxResponseBytes?: number | undefined;
  /** Headers to add to those of the client; `undefined` removes one. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options of a paginated list. */
export interface ListOptions extends CallOptions {
  /**
   * How many pages may be in memory or in flight at the same time; 1 fetches them one by one. Items always keep their order.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /**
   * Walks the list again until a clean walk finds nothing new, at most ten times. A number from 2 to 100 sets another limit.
   *
   * @default false: one more walk after a walk that was not clean
   */
  readonly verify?: boolean | number | undefined;
  /** Called after each page. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Resumes another iteration from its {@link Paginator.cursor}. */
  readonly resumeFrom?: Cursor | undefined;
  /**
   * Whether an item that the API returns more than once is yielded once. `false` yields every item and never walks the list again.
   *
   * @default true
   */
  readonly dedupe?: boolean | undefined;
}

/** The progress of an iteration. */
export interface Progress {
  /** Items yielded so far, including those before the cursor. */
  readonly items: number;
  /** Items on all pages, according to the latest page. */
  readonly total: number;
  /** Latest page, counted from 1. Starts over when the list is walked again. */
  readonly page: number;
  /** Number of pages, according to the latest page. */
  readonly pages: number;
}

/**
 * The position of an iteration: plain JSON of at most 8 kB that you can store. While a list is walked again, the cursor stays at the end of
 * the first walk.
 *
 * The cursor keeps 46.5 bits of hash for each of the latest 860 items. A new item is skipped if its hash equals one of them: the chance is
 * 860 / 36^9, or one in 118 billion. For a resumed run over 100,000 items it is one in 1.2 million. The server makes the ids, so they are
 * not chosen to collide.
 */
export interface Cursor {
  readonly version: 1;
  /** Page of the next item, counted from 1. */
  readonly page: number;
  /** How many items of that page were yielded. */
  readonly offset: number;
  /** Items on all pages, according to that page. */
  readonly total: number;
  /** Items yielded so far. */
  readonly items: number;
  /** Hashes of the latest items, 9 characters each. */
  readonly seen: string;
}

/**
 * Whether an iteration has seen the whole list. A walk is clean if all its pages report the same `total`, no id occurs twice, and there are
 * `total` different ids.
 */
export interface Completeness {
  /**
   * Whether nothing is missing. With `verify`, every item that was in the list the whole time was yielded exactly once, unless an item left
   * the list and came back. Without it, one walk was clean; deleting an earlier item and adding a later one at the same moment can hide a gap.
   */
  readonly isComplete: boolean;
  /** Walks so far, including the last one. */
  readonly walks: number;
  /** Different ids in the last walk. */
  readonly unique: number;
  /** Items on all pages, according to the last page. */
  readonly total: number;
  /**
   * Why the list is complete or not:
   * - `clean`: complete, by one clean walk
   * - `verified`: complete, by a clean walk that found nothing new
   * - `moved`: the last walk was not clean, because the list changed or its total counts items that it does not return
   * - `bound`: `verify` reached its limit before a clean walk found nothing new
   * - `resumed`: the iteration started at a cursor or a later page, and has not seen the earlier ones
   * - `no-ids`: items have no id, so duplicates cannot be detected
   * - `stopped`: the loop ended early or failed
   */
  readonly reason: "clean" | "verified" | "moved" | "bound" | "resumed" | "no-ids" | "stopped";
}

/** A paginated list. It sends no request until you use it, and each iteration starts over. */
export interface Paginator<Item, Page> {
  /** The items of all pages, in order. */
  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined>;
  /** The unchanged pages of one walk: an item can occur twice. */
  pages(): AsyncIterable<Page>;
  /** One page, counted from 1. */
  page(number: number): ApiCall<Page>;
  /** The first item, or `undefined`. Fetches one page, and further ones only if a filter leaves no item on it. */
  first(): Promise<Item | undefined>;
  /** All items, or the first `limit` of them, in an array. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** Number of items on all pages. Fetches one page unless the number is known. */
  total(): Promise<number>;
  /** Position of the latest iteration, for {@link ListOptions.resumeFrom}; `undefined` before its first page. */
  readonly cursor: Cursor | undefined;
  /** Whether the latest iteration has seen the whole list; `undefined` until it ends or its loop exits. */
  readonly completeness: Completeness | undefined;
}

/**
 * A type as openapi-fetch returns it: an enum that may grow becomes a plain `string`, because its mapped type would treat the open end of the
 * union as an object. A `Wire<Document>` is assignable to `Document`.
 */
export type Wire<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends Blob
    ? T
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;
