import type { AttemptOptions } from "../call/call.ts";
import { createApiCall } from "../call/create-api-call.ts";
import { requireNumbers } from "../config/check-numbers.ts";
import type { ApiCall, CallOptions, Completeness, Cursor, ListOptions, PageKeys, Paginator } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { findCursorProblem, isCount, packHashes, unpackHashes } from "./cursor.ts";
import { type ListPage, readPage } from "./read-page.ts";
import { readWalks } from "./read-walks.ts";
import { SeenIds } from "./seen-ids.ts";

const DEFAULT_CONCURRENCY = 4;

/** Walks without `verify`: one, and another if it was not clean. */
const DEFAULT_WALKS = 2;

/** Walks with `verify: true`. */
const VERIFY_WALKS = 10;

const MAX_VERIFY_WALKS = 100;

/** The list that a paginator pages through. */
export interface ListSource {
  readonly site: CallSite;
  readonly keys: PageKeys;
  /** First page, from 1. */
  readonly from: number;
  readonly fetch: (page: number, options: CallOptions) => ApiCall<unknown>;
  /** Maximum number of walks; overrides the options. */
  readonly maxWalks?: number;
  /** Removes the API key from a string. */
  readonly redact: (text: string) => string;
}

/** Pages through a list; the API version types the items. */
export class ListPaginator implements Paginator<unknown, unknown> {
  readonly #source: ListSource;
  readonly #options: ListOptions;
  #total: number | undefined;
  #cursor: (() => Cursor) | undefined;
  #completeness: Completeness | undefined;

  /** @throws {NectarValidationError} when a number or the cursor is invalid */
  constructor(source: ListSource, options: ListOptions) {
    const { concurrency = 1, resumeFrom, verify } = options;
    this.#source = source;
    this.#options = options;
    requireNumbers(options, source.site);
    if (!isCount(source.from, 1)) throw this.#invalid("`page` must be a whole number of at least 1");
    if (!isCount(concurrency, 1)) throw this.#invalid("`concurrency` must be a whole number of at least 1");
    if (typeof verify === "number" && (!isCount(verify, 2) || verify > MAX_VERIFY_WALKS))
      throw this.#invalid(`\`verify\` must be true or a whole number from 2 to ${MAX_VERIFY_WALKS}`);
    const problem = resumeFrom === undefined ? undefined : findCursorProblem(resumeFrom);
    if (problem === undefined) return;
    throw this.#invalid(`\`resumeFrom.${problem}\` is invalid: pass \`list.cursor\` unchanged, or omit \`resumeFrom\``);
  }

  [Symbol.asyncIterator](): AsyncGenerator<unknown, void, undefined> {
    return this.#iterate(false);
  }

  pages(): AsyncGenerator<unknown, void, undefined> {
    return this.#iterate(true);
  }

  page(number: number): ApiCall<unknown> {
    if (isCount(number, 1)) return this.#source.fetch(number, this.#options);
    return createApiCall(Promise.reject(this.#invalid("the page must be a whole number of at least 1")));
  }

  async first(): Promise<unknown> {
    const source = { ...this.#source, maxWalks: 1 };
    const [item] = await new ListPaginator(source, { ...this.#options, concurrency: 1 }).toArray({ limit: 1 });
    return item;
  }

  async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    if (!(limit >= 0)) throw this.#invalid("`limit` must be a number of at least 0");
    if (limit === 0) return items;
    for await (const item of this) if (items.push(item) >= limit) break;
    return items;
  }

  async total(): Promise<number> {
    return this.#total ?? (await this.#fetch(this.#source.from, this.#options)).total;
  }

  get cursor(): Cursor | undefined {
    return this.#cursor?.();
  }

  get completeness(): Completeness | undefined {
    return this.#completeness;
  }

  /** Yields the items, or all pages as the API returned them. */
  async *#iterate(isByPage: boolean): AsyncGenerator<unknown, void, undefined> {
    const { dedupe = true, onProgress, resumeFrom } = this.#options;
    const isStraight = isByPage || !dedupe;
    const seen = new SeenIds(unpackHashes(resumeFrom?.seen ?? ""));
    let skip = isByPage ? 0 : (resumeFrom?.offset ?? 0);
    let items = resumeFrom?.items ?? 0;
    try {
      for await (const page of this.#read(seen, isStraight)) {
        const { currentPage, total, totalPages } = page;
        let offset = 0;
        if (seen.isFirstWalk) {
          this.#cursor = () => {
            const place = isByPage ? { page: currentPage + 1, offset: 0 } : { page: currentPage, offset };
            return { version: 1, ...place, total, items, seen: packHashes(seen.recent) };
          };
        }
        for (const item of page.items) {
          offset += 1;
          const isNew = seen.add(item) ?? offset > skip;
          if (!isNew && (skip > 0 || !isStraight)) continue;
          items += 1;
          if (isByPage) continue;
          yield item;
          this.#stopIfAborted();
        }
        skip = 0;
        if (isByPage) {
          yield page.data;
          this.#stopIfAborted();
        }
        onProgress?.({ items, total, page: currentPage, pages: Math.max(totalPages, currentPage) });
      }
    } catch (error) {
      throw addCallSite(error);
    }
  }

  #read(seen: SeenIds, isStraight: boolean): AsyncGenerator<ListPage, void, undefined> {
    const { from, maxWalks } = this.#source;
    const {
      concurrency = DEFAULT_CONCURRENCY,
      deadline = Infinity,
      resumeFrom,
      signal,
      verify = false,
    } = this.#options;
    const ends = performance.now() + deadline;
    const plan = {
      fetchPage: (number: number, stop: AbortSignal) =>
        this.#fetch(number, {
          ...this.#options,
          signal: stop,
          deadline: ends - performance.now(),
          wholeDeadline: deadline,
        }),
      signal,
      lowest: from,
      start: resumeFrom ?? { page: from, offset: 0, total: 0 },
      concurrency,
      seen,
      isStraight,
      maxWalks: isStraight ? 1 : (maxWalks ?? (verify === true ? VERIFY_WALKS : verify || DEFAULT_WALKS)),
      isVerifying: !isStraight && verify !== false,
      isPartial: resumeFrom !== undefined || from > 1,
    };
    this.#completeness = undefined;
    return readWalks(plan, (completeness) => {
      this.#completeness = completeness;
    });
  }

  async #fetch(number: number, options: AttemptOptions): Promise<ListPage> {
    const { site, fetch, keys, redact } = this.#source;
    const page = await readPage(fetch(number, options), number, keys, site, redact);
    this.#total = page.total;
    return page;
  }

  /** After an abort, the caller does not want items that have already arrived either. */
  #stopIfAborted(): void {
    const { signal } = this.#options;
    const { site } = this.#source;
    if (!signal?.aborted) return;
    throw new NectarAbortError({ ...site, cause: signal.reason });
  }

  #invalid(problem: string): NectarValidationError {
    return new NectarValidationError(problem, this.#source.site);
  }
}
