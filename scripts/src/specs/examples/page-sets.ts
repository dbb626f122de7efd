import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { ExampleSet } from "./collect-examples.ts";

interface Page {
  readonly name: string;
  readonly value: JsonObject;
  readonly items: readonly Json[];
}

/** Finds inconsistent pages of lists: names, numbers, totals and items. */
export function checkPages(sets: readonly ExampleSet[]): string[] {
  return sets.flatMap(({ operationId, examples }) => {
    const values = examples.flatMap(({ name, value }) =>
      isPage(value) ? [{ name, value, items: readItems(value) }] : [],
    );
    const pages = values.flatMap(({ items, ...page }) => (items === undefined ? [] : [{ ...page, items }]));
    if (values.length === 0) return [];
    const odd = values.flatMap(({ name, items }) => (items === undefined ? [`${name} has not exactly one list`] : []));
    const problems = [
      ...odd,
      ...pages.flatMap((page, index) => checkNumbers(page, index, pages)),
      ...checkItems(pages),
    ];
    return problems.map((problem) => `${operationId}: ${problem}`);
  });
}

function checkNumbers({ name, value, items }: Page, index: number, pages: readonly Page[]): string[] {
  const total = pages.reduce((sum, page) => sum + page.items.length, 0);
  const last = pages.length - 1;
  const perPage = Number(value["perPage"]);
  const expected: JsonObject = {
    [readTotalKey(value)]: total,
    totalPages: Math.ceil(total / perPage),
    currentPage: index + 1,
    hasNext: index < last,
    hasPrevious: index > 0,
    perPage: Number(pages[0]?.value["perPage"]),
  };
  const wrong = Object.entries(expected).filter(([key, wanted]) => value[key] !== wanted);
  return [
    ...(name === `page${index + 1}` ? [] : [`found ${name}, expected page${index + 1}`]),
    ...wrong.map(
      ([key, wanted]) => `${name} has ${key} ${JSON.stringify(value[key])} instead of ${JSON.stringify(wanted)}`,
    ),
    ...(index < last && items.length !== perPage ? [`${name} has ${items.length} items, not perPage ${perPage}`] : []),
    ...(index === last && (items.length === 0 || items.length > perPage) ? [`${name} has ${items.length} items`] : []),
  ];
}

function checkItems(pages: readonly Page[]): string[] {
  const ids = pages.flatMap(({ items }) => items.map((item) => (isObject(item) ? item["id"] : undefined)));
  const few = pages.length === 3 ? [] : [`${pages.length} pages instead of 3`];
  return new Set(ids).size === ids.length ? few : [...few, "an item is on two pages"];
}

function isPage(value: Json): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, "currentPage");
}

function readItems(page: JsonObject): readonly Json[] | undefined {
  const [items, ...others] = Object.values(page).filter((value): value is readonly Json[] => isArray(value));
  return others.length > 0 ? undefined : items;
}

function readTotalKey(page: JsonObject): string {
  return Object.keys(page).find((name) => name.startsWith("total") && name !== "totalPages") ?? "total";
}
