import type { JsonObject } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import type { ExampleSet } from "./collect-examples.ts";
import { checkPages } from "./page-sets.ts";

function page(number: number, ids: readonly string[], change: JsonObject = {}): JsonObject {
  return {
    totalItems: 5,
    perPage: 2,
    totalPages: 3,
    currentPage: number,
    hasNext: number < 3,
    hasPrevious: number > 1,
    items: ids.map((id) => ({ id })),
    ...change,
  };
}

function createSet(...pages: JsonObject[]): ExampleSet {
  const place = { operationId: "item_list", key: "GET /item", place: "response", detail: "200" } as const;
  return {
    ...{ ...place, reason: undefined },
    examples: pages.map((value, index) => ({
      ...place,
      name: `page${index + 1}`,
      schema: true,
      value,
      isGenerated: false,
      isWhollyGenerated: false,
    })),
  };
}

const [FIRST, SECOND, THIRD] = [page(1, ["a", "b"]), page(2, ["c", "d"]), page(3, ["e"])];

test("three pages that add up have no problem", () => {
  expect(checkPages([createSet(FIRST, SECOND, THIRD)])).toEqual([]);
});

test("a single object is not a page", () => {
  expect(checkPages([createSet({ id: "a" })])).toEqual([]);
});

test.each([
  [
    "a wrong total",
    createSet(page(1, ["a", "b"], { totalItems: 6 }), SECOND, THIRD),
    "page1 has totalItems 6 instead of 5",
  ],
  [
    "a wrong number",
    createSet(FIRST, page(2, ["c", "d"], { currentPage: 1 }), THIRD),
    "page2 has currentPage 1 instead of 2",
  ],
  [
    "a last page that promises more",
    createSet(FIRST, SECOND, page(3, ["e"], { hasNext: true })),
    "page3 has hasNext true",
  ],
  ["a page that is not full", createSet(FIRST, page(2, ["c"]), THIRD), "page2 has 1 items, not perPage 2"],
  ["an empty last page", createSet(FIRST, SECOND, page(3, [])), "page3 has 0 items"],
  ["an item on two pages", createSet(FIRST, SECOND, page(3, ["a"])), "an item is on two pages"],
  ["a page too few", createSet(FIRST, SECOND), "2 pages instead of 3"],
  ["pages in another order", createSet(SECOND, FIRST, THIRD), "page1 has currentPage 2 instead of 1"],
])("%s is found", (_, set, problem) => {
  expect(checkPages([set]).join("\n")).toContain(`item_list: ${problem}`);
});
