import { findSuccessContent, isArray, isObject, type Json, resolveStrictly } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";
import { createErrorResponse, isSuccess, type MockResponse, replaceBody } from "../response/mock-response.ts";
import { createPage, locatePage, readPageNumber } from "../response/page.ts";
import { findOperation, requireValid, requireWhole } from "./check-options.ts";
import type { ActiveScenario, Scenario, ScenarioApi, ScenarioRequest } from "./scenario.ts";
import { toJson } from "./to-json.ts";

/** Items of a list, and how it responds. */
export interface PagedListOptions<Item = unknown> {
  /** Items of all pages, or the number of items to create from the example, with different ids. */
  readonly items: number | readonly Item[];
  /**
   * Items per page. The `limit` of a request takes precedence.
   *
   * @default 100
   */
  readonly pageSize?: number | undefined;
  /**
   * Whether a page past the end is the last page again, like Nectar, or empty.
   *
   * @default true
   */
  readonly clamp?: boolean | undefined;
  /**
   * Page that fails when requested.
   *
   * @default none
   */
  readonly failOnPage?: number | PageFailure | undefined;
  /**
   * After this page, one new item is added in front, so that all other items move back.
   *
   * @default never
   */
  readonly shiftAfterPage?: number | undefined;
}

export interface PageFailure {
  readonly page: number;
  /**
   * Error status from 400 to 599.
   *
   * @default 500
   */
  readonly status?: number | undefined;
  /**
   * Number of failures.
   *
   * @default 1
   */
  readonly times?: number | undefined;
}

/** Creates a scenario of a list with the given items. Prism checks each request first; filters have no effect. */
export function createPagedList<V extends string>(
  api: ScenarioApi<V>,
  name: string,
  options: PagedListOptions<unknown>,
): Scenario<V> {
  const list = readList(api, name, options);
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

/** Reads the page size of a request, when the operation has `limit`. */
function readChosenSize({ operation, query }: ScenarioRequest): number | undefined {
  const limit = operation.parameters.some(({ name }) => name === "limit") ? query.get("limit") : null;
  return limit === null ? undefined : Number(limit);
}

function readList(api: ScenarioApi, name: string, options: PagedListOptions<unknown>): List {
  const operation = findOperation(api.document, name);
  const { page } = operation;
  if (page === undefined)
    throw new TypeError(`${NAME}: ${name} is not a paginated list; use reply() for other operations`);
  const { items: wanted, pageSize = 100, clamp = true, shiftAfterPage } = options;
  requireWhole(`${NAME}: pageSize`, pageSize, 1);
  const items = typeof wanted === "object" ? checkItems(api, operation, toJson(wanted)) : makeItems(operation, wanted);
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const fail = readFailure(options.failOnPage);
  requirePage("failOnPage", fail?.page, pages);
  requirePage("shiftAfterPage", shiftAfterPage, pages);
  if (shiftAfterPage !== undefined && items.length === 0)
    throw new RangeError(`${NAME}: shiftAfterPage needs at least one item`);
  const newItem = numberItem(items[0] ?? null, findFreeNumber(items));
  return { operation, page, items, newItem, pageSize, clamp, fail, shiftAfterPage };
}

function readFailure(option: PagedListOptions["failOnPage"]): List["fail"] {
  if (option === undefined) return undefined;
  const { page, status = 500, times = 1 } = typeof option === "number" ? { page: option } : option;
  requireWhole(`${NAME}: failOnPage.times`, times, 1, true);
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(`${NAME}: failOnPage.status is ${status}: expected an error status from 400 to 599`);
  return { page, status, times };
}

function requirePage(name: string, page: number | undefined, pages: number): void {
  if (page === undefined) return;
  requireWhole(`${NAME}: ${name}`, page, 1);
  if (page > pages)
    throw new RangeError(
      `${NAME}: ${name} is ${page}, but the items fill only ${pages} page${pages === 1 ? "" : "s"}: pass more items or a smaller pageSize`,
    );
}

function checkItems({ document }: ScenarioApi, operation: Operation, items: Json): readonly Json[] {
  const page = resolveStrictly(document.json, findSuccessContent(operation)?.schema);
  const properties = isObject(page["properties"]) ? page["properties"] : {};
  const list = resolveStrictly(document.json, properties[operation.page?.items ?? ""]);
  const problems = document.validate({ type: "array", items: list["items"] ?? true }, items);
  requireValid(`${NAME}: an item of ${operation.name}`, problems);
  return isArray(items) ? items : [];
}

/** Creates items from the examples in turn. */
function makeItems(operation: Operation, count: number): readonly Json[] {
  requireWhole(`${NAME}: items`, count, 0);
  const pages = [...(findSuccessContent(operation)?.examples.values() ?? [])];
  const examples = pages.flatMap((page) => {
    const items = isObject(page) ? page[operation.page?.items ?? ""] : undefined;
    return isArray(items) ? items : [];
  });
  if (examples.length === 0 && count > 0) throw new Error(`${NAME}: ${operation.name} has no example: pass the items`);
  return Array.from({ length: count }, (_, index) => numberItem(examples[index % examples.length] ?? null, index + 1));
}

/** Copies an item with a new id. */
function numberItem(item: Json, number: number): Json {
  return isObject(item) ? { ...item, id: createNumberedId(number) } : item;
}

/** Creates a UUID that ends with the number. */
function createNumberedId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** Finds a number whose id is not in use. */
function findFreeNumber(items: readonly Json[]): number {
  const ids = new Set(items.map((item) => (isObject(item) ? item["id"] : undefined)));
  let number = items.length + 1;
  while (ids.has(createNumberedId(number))) number += 1;
  return number;
}
