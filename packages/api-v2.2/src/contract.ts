// Generated from specs/v2.2/openapi.json by `pnpm codegen`. Do not edit: change the document, an overlay or resources.yaml.

/** An answer with its data. */
export interface ApiResult<T> {
  readonly data: T;
  readonly response: Response;
}

/** A call under way: await it for the data, or `withResponse()` for the data with the HTTP response. One request either way. */
export interface ApiCall<T> extends Promise<T> {
  withResponse(): Promise<ApiResult<T>>;
}

/** Options of every call. Durations are milliseconds. */
export interface CallOptions {
  /** Ends the call at once, its waits included. */
  readonly signal?: AbortSignal | undefined;
  /** Limit for the whole call with its retries and waits. */
  readonly deadline?: number | undefined;
  /** Limit for each attempt. */
  readonly timeout?: number | undefined;
  /** How often a failed attempt is repeated at most. */
  readonly maxRetries?: number | undefined;
  /** Headers beside those of the client; they win over the client's own, but for the key. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** How far a list has come. */
export interface Progress {
  /** Items handed out so far. */
  readonly items: number;
  /** Items on all pages as the last answer counts them; it may change while items come and go. */
  readonly total: number;
  /** Page that was handed out last, counted from 1. */
  readonly page: number;
  /** Number of pages as the last answer counts them. */
  readonly pages: number;
}

/** Where a list stopped, as plain JSON: keep it and pass it as `resumeFrom`. */
export interface Cursor {
  readonly operation: string;
  /** Page to go on with, counted from 1. */
  readonly page: number;
  /** Items of that page that were handed out already. */
  readonly offset: number;
  /** Ids of the items handed out last, so that none comes twice. */
  readonly seen: readonly string[];
}

/** Options of a call that answers a list page by page. */
export interface ListOptions extends CallOptions {
  /** Pages fetched ahead at once; 1 fetches them one after the other. */
  readonly concurrency?: number | undefined;
  /** Leave out items whose id was handed out already: items move between pages while others come and go. */
  readonly dedupe?: boolean | undefined;
  /** Go on where another paginator stopped. */
  readonly resumeFrom?: Cursor | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A list that is fetched page by page as it is read. Nothing is sent before it is used. */
export interface Paginator<Item, Page> extends AsyncIterable<Item> {
  /** Where the iteration stands; `undefined` before it began. */
  readonly cursor: Cursor | undefined;
  /** The pages one after the other. */
  pages(): AsyncIterable<Page>;
  /** One page by its number, counted from 1. Past the end the API answers the last page again. */
  page(number: number): ApiCall<Page>;
  /** The first item; `undefined` for an empty list. */
  first(): Promise<Item | undefined>;
  /** The items in an array, at most `limit`. */
  toArray(options: { readonly limit: number }): Promise<Item[]>;
  /** Number of items on all pages. */
  total(): Promise<number>;
}

/** What a client has to know of an operation to call it. */
export interface OperationDefinition {
  /** `resource.method` */
  readonly name: string;
  readonly method: string;
  /** Path template; its parameters are the first arguments, in their order. */
  readonly path: string;
  /** How the request body travels; absent where there is none. */
  readonly body?: "json" | "multipart" | "form" | "raw";
  /** Whether there are query parameters. */
  readonly query?: true;
  /** Keys of the envelope of a paginated list. */
  readonly page?: { readonly items: string; readonly total: string };
  /**
   * What may be repeated after a failure. `read`: everything. `idempotent`: a second time does what the first did, so that only the
   * answer may differ. `unsafe`: it may have been carried out although no answer came, and the API knows no idempotency key.
   */
  readonly retry: "read" | "idempotent" | "unsafe";
}

/** The operations of an API version by operationId. */
export interface OperationTable {
  readonly [operationId: string]: OperationDefinition;
}

/** An API version as a value: what a client needs at run time, and as `types` all that it needs to be typed. */
export interface ApiDefinition<Version extends string, Types> {
  readonly version: Version;
  /** Address of the API, without a slash at its end. */
  readonly baseUrl: string;
  /** Header that carries the API key. */
  readonly apiKeyHeader: string;
  /** SHA-256 of the OpenAPI document that the package was generated from. */
  readonly specSha256: string;
  readonly operations: OperationTable;
  /** Carries types only and never has a value. */
  readonly types?: Types;
}
