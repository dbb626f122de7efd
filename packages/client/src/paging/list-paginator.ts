import type { ApiCall, CallOptions, Cursor, ListOptions, PageKeys, Paginator } from "../contract.ts";
import type { CallSite } from "../errors/nectar-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { type ListPage, readPage } from "./read-page.ts";
import { readPages } from "./read-pages.ts";
import { RecentIds } from "./recent-ids.ts";

const DEFAULT_CONCURRENCY = 4;

/** What a paginator pages through. */
export interface ListSource extends CallSite {
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

  /** @throws {NectarValidationError} for a `concurrency` or a cursor that cannot be */
  constructor(source: ListSource, options: ListOptions) {
    const { concurrency = 1, resumeFrom } = options;
    this.#source = source;
    this.#options = options;
    if (!(Number.isInteger(source.from) && source.from > 0)) this.#refuse("`page` must be a whole number from 1");
    if (!(concurrency >= 1)) this.#refuse("`concurrency` must be at least 1");
    if (resumeFrom !== undefined && !isCursor(resumeFrom)) this.#refuse("`resumeFrom` is no cursor of a paginator");
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, undefined> {
    const { resumeFrom, dedupe = true } = this.#options;
    const recent = new RecentIds();
    recent.beginPage();
    for (const id of resumeFrom?.seen ?? []) recent.add(id);
    let count = 0;
    let skip = resumeFrom?.offset ?? 0;
    for await (const page of this.#read()) {
      recent.beginPage();
      let offset = 0;
      this.#cursor = () => ({ page: page.currentPage, offset, seen: recent.latest() });
      for (const item of page.items) {
        offset += 1;
        const id = idOf(item);
        const isNew = id === undefined ? offset > skip : recent.add(id) || (!dedupe && skip === 0);
        if (!isNew) continue;
        count += 1;
        yield item;
      }
      skip = 0;
      this.#report(page, count);
    }
  }

  async *pages(): AsyncGenerator<unknown, void, undefined> {
    let count = 0;
    for await (const page of this.#read()) {
      const { currentPage, items } = page;
      yield page.data;
      count += items.length;
      this.#cursor = () => ({
        page: currentPage,
        offset: items.length,
        seen: items.map(idOf).filter((id) => id !== undefined),
      });
      this.#report(page, count);
    }
  }

  page(number: number): ApiCall<unknown> {
    return this.#source.fetch(number, this.#options);
  }

  async first(): Promise<unknown> {
    const { items } = await this.#fetch(this.#source.from, this.#options);
    return items[0];
  }

  async toArray({
    limit = Number.POSITIVE_INFINITY,
  }: {
    readonly limit?: number | undefined;
  } = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    if (limit <= 0) return items;
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
    const { concurrency = DEFAULT_CONCURRENCY, deadline, resumeFrom, signal } = this.#options;
    const ends = performance.now() + (deadline ?? Number.POSITIVE_INFINITY);
    const fetch = (number: number, stop: AbortSignal): Promise<ListPage> =>
      this.#fetch(number, {
        ...this.#options,
        signal: stop,
        deadline: deadline === undefined ? undefined : ends - performance.now(),
      });
    return readPages(fetch, resumeFrom?.page ?? this.#source.from, concurrency, signal);
  }

  async #fetch(number: number, options: CallOptions): Promise<ListPage> {
    const { fetch, keys, redact } = this.#source;
    const page = await readPage(fetch(number, options), number, keys, this.#source, redact);
    this.#total = page.total;
    return page;
  }

  #report({ total, totalPages, currentPage }: ListPage, items: number): void {
    this.#options.onProgress?.({ items, total, page: currentPage, pages: totalPages });
  }

  #refuse(message: string): never {
    throw new NectarValidationError(`${this.#source.label}: ${message}`, this.#source);
  }
}

function idOf(item: unknown): string | undefined {
  const id: unknown = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

function isCursor({ page, offset, seen }: Cursor): boolean {
  return Number.isInteger(page) && page > 0 && Number.isInteger(offset) && offset >= 0 && Array.isArray(seen);
}
