import type { AttemptOptions } from "../call/call.ts";
import { apiCall } from "../call/api-call.ts";
import type { ApiCall, CallOptions, Cursor, ListOptions, PageKeys, Paginator } from "../contract.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { requireNumbers } from "../errors/require-numbers.ts";
import { type ListPage, readPage } from "./read-page.ts";
import { readPages } from "./read-pages.ts";
import { RecentIds } from "./recent-ids.ts";

const DEFAULT_CONCURRENCY = 4;

/** What a paginator pages through. */
export interface ListSource {
  readonly site: CallSite;
  readonly keys: PageKeys;
  /** Page to begin with, from 1. */
  readonly from: number;
  readonly fetch: (page: number, options: CallOptions) => ApiCall<unknown>;
  /** Takes the API key out of a text. */
  readonly redact: (text: string) => string;
}

/** A list of unknown items; its types are those of the API version. */
export class ListPaginator implements Paginator<unknown, unknown> {
  readonly #source: ListSource;
  readonly #options: ListOptions;
  #total: number | undefined;
  #cursor: (() => Cursor) | undefined;

  /** @throws {NectarValidationError} for numbers or a cursor that cannot be */
  constructor(source: ListSource, options: ListOptions) {
    const { concurrency = 1, resumeFrom } = options;
    this.#source = source;
    this.#options = options;
    requireNumbers(options, source.site);
    if (!isCount(source.from)) throw this.#invalid("`page` must be a whole number from 1");
    if (!isCount(concurrency)) throw this.#invalid("`concurrency` must be a whole number from 1");
    if (resumeFrom !== undefined && !isCursor({ ...resumeFrom }))
      throw this.#invalid("`resumeFrom` must be a `cursor` of a paginator, or be left out");
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, undefined> {
    const { resumeFrom, dedupe = true } = this.#options;
    const recent = new RecentIds(resumeFrom?.seen);
    let count = 0;
    let skip = resumeFrom?.offset ?? 0;
    for await (const page of this.#read()) {
      const { currentPage, items } = page;
      let offset = 0;
      this.#cursor = () => ({ page: currentPage, offset, seen: recent.toArray() });
      for (const item of items) {
        offset += 1;
        const id = idOf(item);
        const isNew = id === undefined ? offset > skip : recent.add(id) || (!dedupe && skip === 0);
        if (!isNew) continue;
        count += 1;
        yield item;
        this.#stopIfAborted();
      }
      skip = 0;
      recent.endPage(page.perPage);
      this.#report(page, count);
    }
  }

  async *pages(): AsyncGenerator<unknown, void, undefined> {
    const recent = new RecentIds(this.#options.resumeFrom?.seen);
    let count = 0;
    for await (const page of this.#read()) {
      const { currentPage, items } = page;
      for (const id of items.map(idOf)) if (id !== undefined) recent.add(id);
      recent.endPage(page.perPage);
      this.#cursor = () => ({ page: currentPage + 1, offset: 0, seen: recent.toArray() });
      yield page.data;
      this.#stopIfAborted();
      count += items.length;
      this.#report(page, count);
    }
  }

  page(number: number): ApiCall<unknown> {
    if (isCount(number)) return this.#source.fetch(number, this.#options);
    return apiCall(Promise.reject(this.#invalid("the page must be a whole number from 1")));
  }

  async first(): Promise<unknown> {
    const [item] = await new ListPaginator(this.#source, { ...this.#options, concurrency: 1 }).toArray({ limit: 1 });
    return item;
  }

  async toArray({ limit = Infinity }: { readonly limit?: number | undefined } = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    if (!(limit >= 0)) throw this.#invalid("`limit` must be a number from 0");
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

  #read(): AsyncGenerator<ListPage, void, undefined> {
    const { concurrency = DEFAULT_CONCURRENCY, deadline = Infinity, resumeFrom, signal } = this.#options;
    const ends = performance.now() + deadline;
    const fetch = (number: number, stop: AbortSignal): Promise<ListPage> =>
      this.#fetch(number, {
        ...this.#options,
        signal: stop,
        deadline: ends - performance.now(),
        wholeDeadline: deadline,
      });
    return readPages(fetch, resumeFrom?.page ?? this.#source.from, concurrency, signal);
  }

  async #fetch(number: number, options: AttemptOptions): Promise<ListPage> {
    const { site, fetch, keys, redact } = this.#source;
    const page = await readPage(fetch(number, options), number, keys, site, redact);
    this.#total = page.total;
    return page;
  }

  #report({ total, totalPages, currentPage }: ListPage, items: number): void {
    this.#options.onProgress?.({ items, total, page: currentPage, pages: totalPages });
  }

  /** A caller who aborts does not want the items either that are here already. */
  #stopIfAborted(): void {
    const { signal } = this.#options;
    const { site } = this.#source;
    if (!signal?.aborted) return;
    throw new NectarAbortError(`${site.label}: aborted by the caller`, { ...site, cause: signal.reason });
  }

  #invalid(message: string): NectarValidationError {
    const { site } = this.#source;
    return new NectarValidationError(`${site.label}: ${message}`, site);
  }
}

function idOf(item: unknown): string | undefined {
  const { id }: { readonly id?: unknown } = Object(item);
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

function isCount(number: unknown): boolean {
  return Number.isInteger(number) && Number(number) > 0;
}

function isCursor({ page, offset, seen }: Partial<Cursor>): boolean {
  const areIds = Array.isArray(seen) && seen.every((id) => typeof id === "string");
  return isCount(page) && areIds && (offset === 0 || isCount(offset));
}
