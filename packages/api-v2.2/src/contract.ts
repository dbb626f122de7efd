// Generated from specs/v2.2/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

/**
 * What a client and the packages of the API versions agree on: types only. `pnpm codegen` copies this file into each of these packages, so
 * that they depend on no client.
 */

/** How one operation is called; everything that a client has to know about it at run time. */
export interface OperationDefinition {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";
  /** Path template. Its parameters are the first arguments of the resource method, in this order. */
  readonly path: string;
  /** Resource that the method belongs to: `documents`. */
  readonly resource: string;
  /** Name of the resource method: `listByCompany`. */
  readonly name: string;
  /**
   * Whether a call that failed may be sent again: `read` changes nothing, `idempotent` leaves the same state when it arrives twice,
   * by its method or by `x-idempotent` in its document; and after `unsafe` nobody knows whether it arrived; there is no idempotency key.
   */
  readonly retry: "read" | "idempotent" | "unsafe";
  /** How the body travels; absent where there is none. */
  readonly body?: "json" | "multipart" | "form" | "raw";
  /** Content type of the body, where its kind does not say it. */
  readonly mediaType?: string;
  /** Whether the method takes query parameters. */
  readonly query?: true;
  /** How the answer is read; `json` where absent. */
  readonly answer?: "none" | "text" | "blob";
  /** Keys of the page, for a paginated list. */
  readonly page?: PageKeys;
}

/** Where a page keeps what differs from list to list. */
export interface PageKeys {
  /** Key of the array of items. */
  readonly items: string;
  /** Key of the number of items on all pages. */
  readonly total: string;
}

/** One API version as a value: what a client is created with. */
export interface ApiDefinition<Types> {
  readonly version: string;
  readonly baseUrl: string;
  /** SHA-256 of the OpenAPI document that the package was generated from. */
  readonly sha256: string;
  /** Header that carries the API key; absent where the API knows no such key. */
  readonly apiKeyHeader?: string;
  readonly operations: Readonly<Record<string, OperationDefinition>>;
  /** Carries the types of the version to whoever is given the value. Never set. */
  readonly types?: Types;
}

// Written out, since compilers look the members up at each call: an interface that extends `Promise` costs them half as much again.
/** A call under way: a promise of its data. */
export interface ApiCall<T> {
  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B>;
  readonly catch: Promise<T>["catch"];
  readonly finally: Promise<T>["finally"];
  readonly [Symbol.toStringTag]: string;
  /** The data together with the response that it came in; sends nothing a second time. */
  withResponse(): Promise<ApiResult<T>>;
}

/** Data together with the response that it came in. */
export interface ApiResult<T> {
  readonly data: T;
  /** Its body has been read. */
  readonly response: Response;
}

/** Options of one call. Durations are milliseconds. */
export interface CallOptions {
  /** Ends the call at once, its waits included. */
  readonly signal?: AbortSignal | undefined;
  /** Time for the whole call: every attempt, every wait between two, and reading the answer. For a list, all its pages. */
  readonly deadline?: number | undefined;
  /** Time for one attempt. */
  readonly timeout?: number | undefined;
  /** How often an attempt that failed is repeated, where the operation allows it. */
  readonly maxRetries?: number | undefined;
  /**
   * Bytes of a response that are read, once it is decompressed; a longer one fails the call. Streams of raw calls are not counted.
   *
   * @default 67108864, which is 64 MB
   */
  readonly maxResponseBytes?: number | undefined;
  /** Headers to add to those of the client; `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options of a paginated list. */
export interface ListOptions extends CallOptions {
  /**
   * How many pages are in memory or under way at once; 1 fetches one after the other. Items keep their order either way.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /**
   * Walks again until a clean walk finds nothing new, ten times at most; a number from 2 to 100 is another limit.
   *
   * @default false: a walk that was not clean is followed by one more
   */
  readonly verify?: boolean | number | undefined;
  /** Called after each page that was yielded. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Resumes where another iteration stood; see {@link Paginator.cursor}. */
  readonly resumeFrom?: Cursor | undefined;
  /**
   * Whether an item comes once, however often the API answers it. `false` takes the pages as they come and never walks again.
   *
   * @default true
   */
  readonly dedupe?: boolean | undefined;
}

/** How far an iteration has come. */
export interface Progress {
  /** Items yielded so far, those before the cursor included. */
  readonly items: number;
  /** Items on all pages, as the latest page says. */
  readonly total: number;
  /** Latest page, counted from 1. Begins anew when the list is walked again. */
  readonly page: number;
  /** Number of pages, as the latest page says. */
  readonly pages: number;
}

/**
 * Where an iteration stands, as plain JSON of at most 8 kB that can be stored. While a list is walked again, the cursor stays at the end of
 * the first walk.
 *
 * The latest 860 items are kept as 46.5 bits of a hash each. The chance that an item that was never yielded looks like one of them, and is
 * left out, is 860 / 36^9: one in 118 billion. For a resumed run over 100,000 items it is one in 1.2 million. Ids are made by the server and
 * not chosen to collide.
 */
export interface Cursor {
  readonly version: 1;
  /** Page of the next item, counted from 1. */
  readonly page: number;
  /** How many items of that page are done. */
  readonly offset: number;
  /** Items on all pages, as that page said. */
  readonly total: number;
  /** Items yielded so far. */
  readonly items: number;
  /** Hashes of the latest items, 9 characters each. */
  readonly seen: string;
}

/**
 * What an iteration can say about its list. A walk is clean when all its pages showed one `total`, no id came twice, and there were `total`
 * different ids.
 */
export interface Completeness {
  /**
   * Whether nothing is missing. With `verify`, every item that was there all the time has come exactly once, unless another left the list and
   * came back. Without it, one walk was clean, which an item deleted before and another added behind at the same moment can feign.
   */
  readonly isComplete: boolean;
  /** Walks so far, the last one included. */
  readonly walks: number;
  /** Different ids that the last walk saw. */
  readonly unique: number;
  /** Items on all pages, as the last page said. */
  readonly total: number;
  /**
   * Why it is complete or not:
   * - `clean`: complete, by one clean walk
   * - `verified`: complete, by a clean walk that found nothing new
   * - `moved`: the last walk was not clean, since the list moved or counts items that it does not show
   * - `bound`: no walk that `verify` allows was clean and found nothing new
   * - `resumed`: the iteration began at a cursor or at a later page, and cannot speak for what comes before
   * - `no-ids`: items without an id cannot be told apart
   * - `stopped`: the loop was left early, or failed
   */
  readonly reason: "clean" | "verified" | "moved" | "bound" | "resumed" | "no-ids" | "stopped";
}

/** A paginated list. Nothing is sent before it is used; each iteration starts anew. */
export interface Paginator<Item, Page> {
  /** The items of all pages, in order. */
  [Symbol.asyncIterator](): AsyncIterator<Item, void, undefined>;
  /** The pages as the API answers them, in one walk: an item can come twice. */
  pages(): AsyncIterable<Page>;
  /** One page, counted from 1. */
  page(number: number): ApiCall<Page>;
  /** The first item; `undefined` when there is none. Fetches one page, and further ones only where a filter has emptied it. */
  first(): Promise<Item | undefined>;
  /** All items, or the first `limit` of them, in an array. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** Number of items on all pages. Fetches one page unless that is known. */
  total(): Promise<number>;
  /** Where the latest iteration stands, for {@link ListOptions.resumeFrom}; `undefined` before its first page. */
  readonly cursor: Cursor | undefined;
  /** Whether the latest iteration has seen everything; `undefined` until it ends, also by leaving its loop. */
  readonly completeness: Completeness | undefined;
}

/**
 * A type as openapi-fetch answers with it: a plain `string` where an enum may grow, since its mapping takes the open end of such a union for
 * an object. A `Wire<Document>` can be used as a `Document`.
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
