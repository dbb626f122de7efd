import fc from "fast-check";
import { expect, test } from "vitest";
import { BIKE_HIRES } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { Operation } from "../document/read-document.ts";
import { filterItems, readSearch, searchExamples } from "./search-items.ts";

const PROVIDERS = [
  { id: "north", name: "Northwind Power", url: "https://www.northwind.example" },
  { id: "east", name: "Eastern Water", url: "https://water.example/EAST" },
  { id: "south", name: "Southern Gas", url: null },
];

/** A list with these items as examples and a parameter with this name. */
function createList(parameter: string, operation: Operation): Operation {
  const { page } = operation;
  if (page === undefined) throw new Error(`${operation.id} is not a list`);
  const examples = new Map(PROVIDERS.map((provider, index) => [`page${index + 1}`, { [page.items]: [provider] }]));
  const content = new Map([["application/json", { schema: true, object: {}, examples }]]);
  return {
    ...operation,
    parameters: [
      {
        name: parameter,
        in: "query",
        required: false,
        schema: { type: "string" },
        isRepeated: false,
        examples: new Map(),
        example: undefined,
        object: {},
        node: {},
      },
    ],
    responses: new Map([["200", { description: "", content, headers: new Map() }]]),
  };
}

test.each(BIKE_HIRES)(
  "a list of $version with a search returns a page of the items with the text in its name or URL",
  (document) => {
    const lists = [...document.operations.values()].filter(({ page }) => page !== undefined);
    expect(lists).not.toEqual([]);
    for (const operation of lists) {
      const { items = "", total = "" } = operation.page ?? {};
      const found = (query: string): unknown =>
        searchExamples(createList("search", operation), new URLSearchParams(query), { perPage: 100 });
      expect(found("search=EAST")).toEqual({
        [total]: 1,
        perPage: 100,
        totalPages: 1,
        currentPage: 1,
        hasNext: false,
        hasPrevious: false,
        [items]: [PROVIDERS[1]],
      });
      expect(found("search=example&page=1")).toMatchObject({ [total]: 2, [items]: PROVIDERS.slice(0, 2) });
      expect(found("search=nothing")).toMatchObject({ [total]: 0, totalPages: 1, [items]: [] });
      // No search finds an id.
      expect(found("search=south&page=9")).toMatchObject({ currentPage: 1, [items]: [PROVIDERS[2]] });
      expect(found("search=")).toBeUndefined();
      expect(readSearch(createList("name", operation), new URLSearchParams("search=a"))).toBeUndefined();
    }
  },
);

test("exactly the items that contain the text are found, ignoring case", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: fc.string(), url: fc.string() })),
      fc.string({ minLength: 1 }),
      (items, text) => {
        const found = filterItems(items, text);
        for (const item of items) {
          const holds = `${item.name}\n${item.url}`.toLowerCase().includes(text.toLowerCase()) && !text.includes("\n");
          expect(found.includes(item)).toBe(holds);
        }
      },
    ),
  );
});
