import { findSuccessContent, isArray, isObject, type Json, resolveStrictly } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";
import { createErrorResponse, isSuccess, type MockResponse, replaceBody } from "../response/mock-response.ts";
import { createPage, locatePage, readPageNumber } from "../response/page.ts";
import { findOperation, requireValid, requireWhole } from "./check-options.ts";
import type { ActiveScenario, Scenario, ScenarioApi, ScenarioRequest } from "./scenario.ts";
import { toJson } from "./to-json.ts";

/** What a list holds and how it answers. */
export interface PagedListOptions<Item = unknown> {
  /** The items of all pages, or how many to make from the operation's example; these have different ids. */
  readonly items: number | readonly Item[];
  /** Items on a page, 100 by default. A request that may choose (`limit`) goes before it. */
  readonly pageSize?: number | undefined;
  /** Whether a page past the end is the last page again (default, as Nectar does it), or empty. */
  readonly clamp?: boolean | undefined;
  /** A page that fails when it is asked for: once with 500, or as told. */
  readonly failOnPage?: number | PageFailure | undefined;
  /** When this page has been served, one new item is put in front of all others, so that they move to later places. */
  readonly shiftAfterPage?: number | undefined;
}

export interface PageFailure {
  readonly page: number;
  /** 500 by default. */
  readonly status?: number | undefined;
  /** Once by default. */
  readonly times?: number | undefined;
}

/** A list with chosen items. Prism checks each request first; filters are accepted and change nothing. */
export function createPagedList<V extends string>(
  api: ScenarioApi<V>,
  id: string,
  options: PagedListOptions<unknown>,
): Scenario<V> {
  const list = readList(api, id, options);
  return { name: NAME, version: api.version, start: () => new PagedList(list) };
}

const NAME = "pagedList";

interface List {
  readonly operation: Operation;
  readonly page: NonNullable<Operation["page"]>;
  readonly items: readonly Json[];
  readonly newItem: Json;
  readonly pageSize: number;
  readonly clamp: boolean;
  readonly fail: { readonly page: number; readonly status: number; readonly times: number } | undefined;
  readonly shiftAfterPage: number | undefined;
}

class PagedList implements ActiveScenario {
  readonly done = false;
  handled = 0;
  readonly #list: List;
  #items: readonly Json[];
  #failures: number;
  #shifted = false;

  constructor(list: List) {
    this.#list = list;
    this.#items = list.items;
    this.#failures = list.fail?.times ?? 0;
  }

  async handle(exchange: ScenarioRequest, next: () => Promise<MockResponse>): Promise<MockResponse> {
    const { operation, page, pageSize, clamp, fail } = this.#list;
    if (exchange.operation.id !== operation.id) return next();
    const checked = await exchange.prism();
    if (!isSuccess(checked)) return checked;
    this.handled += 1;
    const asked = readPageNumber(exchange.query);
    if (fail?.page === asked && this.#failures > 0) {
      this.#failures -= 1;
      return createErrorResponse(NAME, operation, fail.status);
    }
    const request = { page: asked, perPage: readChosenSize(exchange) ?? pageSize, total: this.#items.length, clamp };
    const place = locatePage(request);
    const body = createPage(page, request, place, this.#items.slice(place.start, place.end));
    this.#shiftAfter(place.currentPage);
    return { ...replaceBody(checked, body), by: NAME };
  }

  #shiftAfter(page: number): void {
    if (this.#shifted || page !== this.#list.shiftAfterPage) return;
    this.#shifted = true;
    this.#items = [this.#list.newItem, ...this.#items];
  }
}

/** The page size that a request chooses, where the operation lets it. */
function readChosenSize({ operation, query }: ScenarioRequest): number | undefined {
  const limit = operation.parameters.some(({ name }) => name === "limit") ? query.get("limit") : null;
  return limit === null ? undefined : Number(limit);
}

function readList(api: ScenarioApi, id: string, options: PagedListOptions<unknown>): List {
  const operation = findOperation(api.document, id);
  const { page } = operation;
  if (page === undefined) throw new TypeError(`${NAME}: ${id} does not answer in pages; reply() answers with a body`);
  const { items: wanted, pageSize = 100, clamp = true, shiftAfterPage } = options;
  requireWhole(`${NAME}: pageSize`, pageSize, 1);
  const items = typeof wanted === "object" ? checkItems(api, operation, toJson(wanted)) : makeItems(operation, wanted);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const fail = readFailure(options.failOnPage);
  requirePage("failOnPage", fail?.page, pages);
  requirePage("shiftAfterPage", shiftAfterPage, pages);
  if (shiftAfterPage !== undefined && items.length === 0)
    throw new RangeError(`${NAME}: shiftAfterPage moves items, and there are none: give some`);
  const newItem = numberItem(items[0] ?? null, findFreeNumber(items));
  return { operation, page, items, newItem, pageSize, clamp, fail, shiftAfterPage };
}

function readFailure(option: PagedListOptions["failOnPage"]): List["fail"] {
  if (option === undefined) return undefined;
  const { page, status = 500, times = 1 } = typeof option === "number" ? { page: option } : option;
  requireWhole(`${NAME}: failOnPage.times`, times, 1, true);
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(`${NAME}: failOnPage.status is ${status}: it has to be an error, 400 to 599`);
  return { page, status, times };
}

function requirePage(name: string, page: number | undefined, pages: number): void {
  if (page === undefined) return;
  requireWhole(`${NAME}: ${name}`, page, 1);
  if (page > pages)
    throw new RangeError(
      `${NAME}: ${name} is ${page}, and the items fill ${pages} page${pages === 1 ? "" : "s"}: give more items or a smaller pageSize`,
    );
}

function checkItems({ document }: ScenarioApi, operation: Operation, items: Json): readonly Json[] {
  const page = resolveStrictly(document.json, findSuccessContent(operation)?.schema);
  const properties = isObject(page["properties"]) ? page["properties"] : {};
  const list = resolveStrictly(document.json, properties[operation.page?.items ?? ""]);
  const problems = document.validate({ type: "array", items: list["items"] ?? true }, items);
  requireValid(`${NAME}: an item of ${operation.id}`, problems);
  return isArray(items) ? items : [];
}

/** As many items as wanted, from those of the examples in turn. */
function makeItems(operation: Operation, count: number): readonly Json[] {
  requireWhole(`${NAME}: items`, count, 0);
  const pages = [...(findSuccessContent(operation)?.examples.values() ?? [])];
  const examples = pages.flatMap((page) => {
    const items = isObject(page) ? page[operation.page?.items ?? ""] : undefined;
    return isArray(items) ? items : [];
  });
  if (examples.length === 0 && count > 0) throw new Error(`${NAME}: ${operation.id} has no example: pass the items`);
  return Array.from({ length: count }, (_, index) => numberItem(examples[index % examples.length] ?? null, index + 1));
}

/** A copy with an id of its own. */
function numberItem(item: Json, number: number): Json {
  return isObject(item) ? { ...item, id: createNumberedId(number) } : item;
}

/** Looks like a UUID and shows the number. */
function createNumberedId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A number whose id no item has. */
function findFreeNumber(items: readonly Json[]): number {
  const ids = new Set(items.map((item) => (isObject(item) ? item["id"] : undefined)));
  let number = items.length + 1;
  while (ids.has(createNumberedId(number))) number += 1;
  return number;
}
