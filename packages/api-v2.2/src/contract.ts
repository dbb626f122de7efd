// Generated from specs/v2.2/openapi.json and specs/resources.yaml by `pnpm codegen`. Do not edit.

/**
 * The contract between a client and the packages of the API versions, the same for every version.
 *
 * It contains only types. `pnpm codegen` copies this file into each of these packages, so that they depend on no client.
 */

/** How to call one operation: everything that a client needs at run time. */
export interface OperationDefinition {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template. Its parameters are the first arguments of the resource method, in the same order. */
  readonly path: string;
  /** Resource of the method, such as `documents`. */
  readonly resource: string;
  /** Name of the resource method, such as `listByCompany`. */
  readonly name: string;
  /**
   * Whether a failed call may be retried. `read` changes nothing. `idempotent` leaves the same state when it arrives twice, by its method or by `x-idempotent` in the document.
   * `unsafe` may have arrived, and there is no idempotency key.
   */
  readonly retry: "read" | "idempotent" | "unsafe";
  /** Encoding of the body; absent if there is none. */
  readonly body?: "json" | "multipart" | "form" | "raw";
  /** Content type of the body, if `body` does not imply it. */
  readonly mediaType?: string;
  /** Whether the method takes query parameters. */
  readonly query?: true;
  /** Query parameters whose list is one value with commas between the items; other lists repeat their key. */
  readonly commaLists?: readonly string[];
  /** How to read the response; `json` if absent. */
  readonly response?: "none" | "text" | "blob";
  /** Keys of the page, for a paginated list. */
  readonly page?: PageKeys;
}

/** The keys of a page that differ from list to list. */
export interface PageKeys {
  /** Key of the array of items. */
  readonly items: string;
  /** Key of the number of items on all pages. */
  readonly total: string;
}

/** One API version as a value, from which a client is created. */
export interface ApiDefinition<Types> {
  readonly version: string;
  readonly baseUrl: string;
  /** SHA-256 of the OpenAPI document that the package was generated from. */
  readonly sha256: string;
  /** Header of the API key; absent if the API has none. */
  readonly apiKeyHeader?: string;
  /** By resource method, such as `documents.listByCompany`. */
  readonly operations: Readonly<Record<string, OperationDefinition>>;
  /** Carries the types of the version; never set. */
  readonly types?: Types;
}

// Written out, since an interface that extends `Promise` makes the compiler half as slow again at each call.
/** A running call: a promise of its data. */
export interface ApiCall<T> {
  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  readonly catch: Promise<T>["catch"];
  readonly finally: Promise<T>["finally"];
  readonly [Symbol.toStringTag]: string;
  /** Returns the data together with its response; does not send another request. */
  withResponse(): Promise<ApiResult<T>>;
}

/** Data together with its response. */
export interface ApiResult<T> {
  readonly data: T;
  /** The response, whose body has been read. */
  readonly response: Response;
}

/** Options of one call. Durations are milliseconds. */
export interface CallOptions {
  /**
   * Ends the call at once, including its waits.
   *
   * @default none
   * @throws {NectarAbortError} when the signal aborts
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds for the whole call: all attempts, all waits and reading the response; for a list, all pages.
   *
   * @default the `deadline` of the client
   * @throws {NectarTimeoutError} when it passes
   */
  readonly deadline?: number | undefined;
  /**
   * Milliseconds for one attempt.
   *
   * @default the `timeout` of the client
   */
  readonly timeout?: number | undefined;
  /**
   * Number of retries, if the operation allows them.
   *
   * @default the `maxRetries` of the client
   */
  readonly maxRetries?: number | undefined;
  /**
   * Decompressed bytes that the client reads of a response, except raw streams.
   *
   * @default the `maxResponseBytes` of the client
   * @throws {ResponseTooLargeError} when a response is longer
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Headers to add to those of the client; `undefined` removes one.
   *
   * @default none
   * @throws {NectarValidationError} when HTTP cannot send a header
   */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options of a paginated list. */
export interface ListOptions extends CallOptions {
  /**
   * Pages in memory or in flight at once; 1 fetches one after another. Items always keep their order.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /**
   * Walks the list until a clean walk finds nothing new, at most ten times; a number from 2 to 100 sets another limit.
   * By default, one more walk follows only if the first was not clean.
   *
   * @default false
   */
  readonly verify?: boolean | number | undefined;
  /**
   * Called after each yielded page.
   *
   * @default none
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Resumes from the cursor of another iteration; see {@link Paginator.cursor}.
   *
   * @default none
   * @throws {NectarValidationError} when it is not a cursor
   */
  readonly resumeFrom?: Cursor | undefined;
  /**
   * Yields each item only once; `false` yields the pages in order, with duplicates, and never walks again.
   *
   * @default true
   */
  readonly dedupe?: boolean | undefined;
}

/** Progress of an iteration. */
export interface Progress {
  /** Items yielded so far, including those before the cursor. */
  readonly items: number;
  /** Items on all pages, according to the latest page. */
  readonly total: number;
  /** Latest page, from 1. Starts over when the list is walked again. */
  readonly page: number;
  /** Number of pages, according to the latest page. */
  readonly pages: number;
}

/**
 * Position of an iteration, as plain JSON of at most 8 kB to store. Later walks leave the cursor at the end of the first walk.
 *
 * It contains the latest 860 items, each as 46.5 bits of a hash. A new item is mistaken for one of them, and omitted, with a chance of
 * 860 / 36^9: one in 118 billion. For a resumed run over 100,000 items it is one in 1.2 million.
 */
export interface Cursor {
  readonly version: 1;
  /** Page of the next item, from 1. */
  readonly page: number;
  /** Items of that page that are done. */
  readonly offset: number;
  /** Items on all pages, according to that page. */
  readonly total: number;
  /** Items yielded so far. */
  readonly items: number;
  /** Hashes of the latest items, 9 characters each. */
  readonly seen: string;
}

/**
 * How complete an iteration was. A walk is clean if all its pages showed the same `total`, no id came twice, and it saw `total` different
 * ids.
 */
export interface Completeness {
  /**
   * Whether no item is missing. With `verify`, every item that was in the list all the time was yielded exactly once, unless another item left the list and came back.
   * Without it, one walk was clean; a simultaneous deletion before the current page and addition behind it can feign that.
   */
  readonly isComplete: boolean;
  /** Walks so far, including the last one. */
  readonly walks: number;
  /** Different ids in the last walk. */
  readonly unique: number;
  /** Items on all pages, according to the last page. */
  readonly total: number;
  /**
   * Why it is complete or not:
   * - `clean`: complete, by one clean walk
   * - `verified`: complete, by a clean walk that found nothing new
   * - `moved`: the last walk was not clean, because the list moved or its total counts hidden items
   * - `bound`: none of the walks that `verify` allows was clean and found nothing new
   * - `resumed`: the iteration began at a cursor or a later page, so earlier pages are unknown
   * - `no-ids`: items without an id cannot be distinguished
   * - `stopped`: the loop ended early or failed
   */
  readonly reason: "clean" | "verified" | "moved" | "bound" | "resumed" | "no-ids" | "stopped";
}

/** A paginated list. It sends nothing before it is used, and each iteration starts over. */
export interface Paginator<Item, Page> {
  /** Iterates over the items of all pages, in order. */
  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined>;
  /** Iterates over the pages as the API returns them, in one walk; an item can occur twice. */
  pages(): AsyncIterable<Page>;
  /** Fetches one page, from 1. */
  page(number: number): ApiCall<Page>;
  /** Returns the first item; `undefined` if there is none. Fetches one page, and more only if a filter left it empty. */
  first(): Promise<Item | undefined>;
  /** Returns all items, or the first `limit`, in an array. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** Returns the number of items on all pages. Fetches one page unless it is known. */
  total(): Promise<number>;
  /** Position of the latest iteration, for {@link ListOptions.resumeFrom}; `undefined` before its first page. */
  readonly cursor: Cursor | undefined;
  /** Whether the latest iteration saw everything; `undefined` until it ends, even by leaving its loop. */
  readonly completeness: Completeness | undefined;
}

/**
 * A type as openapi-fetch returns it: a plain `string` for an extensible enum, since its mapping mistakes the open end of such a union for
 * an object. A `Wire<Document>` is assignable to `Document`.
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
