import type { Operation } from "../document/api-document.ts";
import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";
import { successContent } from "../document/success-answer.ts";
import { askedPage, pageBody, placeOf } from "../scenarios/page-of.ts";

/** Fields that a search looks at. */
const SEARCHED = ["name", "url"];

/**
 * The page of a list that is searched: the items of all its examples in whose name or URL the text stands, whatever its case. `undefined`
 * where the operation has no `search` or the request does not use it.
 */
export function searchPage(operation: Operation, query: URLSearchParams): JsonObject | undefined {
  const { page, parameters } = operation;
  const text = query.get("search");
  if (text === null || page === undefined || !parameters.some(({ name }) => name === "search")) return undefined;
  const pages = [...(successContent(operation)?.examples.values() ?? [])].filter(isObject);
  const items = pages.flatMap((example) => {
    const list = example[page.items];
    return isArray(list) ? list : [];
  });
  const found = items.filter((item) => matches(item, text.toLowerCase()));
  const perPage = Number(pages[0]?.["perPage"] ?? 100);
  const request = { page: askedPage(query), perPage, total: found.length, clamp: true };
  const place = placeOf(request);
  return pageBody(page, request, place, found.slice(place.start, place.end));
}

function matches(item: Json, text: string): boolean {
  return (
    isObject(item) &&
    SEARCHED.some((field) =>
      String(item[field] ?? "")
        .toLowerCase()
        .includes(text),
    )
  );
}
