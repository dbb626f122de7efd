import { findSuccessContent, isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Operation } from "../document/read-document.ts";
import { createPage, locatePage, readPageNumber } from "./page.ts";

/** Query parameter that searches a list, when the document declares it. */
export const SEARCH = "search";

/** Searched properties, according to the description of the provider catalogue. */
const FIELDS = ["name", "url"];

/** Reads the search text; `undefined` when the request or the list has no search. */
export function readSearch({ page, parameters }: Operation, query: URLSearchParams): string | undefined {
  const isDeclared = parameters.some(({ in: place, name }) => place === "query" && name === SEARCH);
  const text = query.get(SEARCH);
  return page === undefined || !isDeclared || text === null || text === "" ? undefined : text;
}

/** Filters items whose name or URL contains the text, ignoring case. */
export function filterItems(items: readonly Json[], text: string): Json[] {
  const wanted = text.toLowerCase();
  return items.filter((item) => {
    return (
      isObject(item) &&
      FIELDS.some((field) =>
        String(item[field] ?? "")
          .toLowerCase()
          .includes(wanted),
      )
    );
  });
}

/** Searches the examples of a list and returns a page; `undefined` without a search text. */
export function searchExamples(
  operation: Operation,
  query: URLSearchParams,
  response: JsonObject,
): JsonObject | undefined {
  const { page } = operation;
  const text = readSearch(operation, query);
  if (page === undefined || text === undefined) return undefined;
  const pages = [...(findSuccessContent(operation)?.examples.values() ?? [])];
  const items = pages.flatMap((example) => {
    const list = isObject(example) ? example[page.items] : undefined;
    return isArray(list) ? list : [];
  });
  const found = filterItems(items, text);
  const perPage = typeof response["perPage"] === "number" && response["perPage"] > 0 ? response["perPage"] : 100;
  const asked = { page: readPageNumber(query), perPage, total: found.length, clamp: true };
  const place = locatePage(asked);
  return createPage(page, asked, place, found.slice(place.start, place.end));
}
