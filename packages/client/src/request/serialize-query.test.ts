import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NectarValidationError } from "../index.ts";
import { serializeQuery } from "./serialize-query.ts";

const site = { operation: "documents.listByCompany", apiVersion: "v2.2" };

const serialize = (query: Readonly<Record<string, unknown>>, commaLists?: readonly string[]): string =>
  serializeQuery(query, site, commaLists);

const text = fc.string({ unit: "grapheme" });
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean());

/** The pairs that must arrive from a query, in order. */
function toPairs(query: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined && item !== null && item !== "")
      .map((item): [string, string] => [name, String(item)]),
  );
}

test("URLSearchParams decodes every name and value, and lists as repeated keys in order", () => {
  const value = fc.oneof(
    scalar,
    fc.array(fc.oneof(scalar, fc.constantFrom(undefined, null, ""))),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(fc.dictionary(text, value), (query) => {
      expect([...new URLSearchParams(serialize(query))]).toEqual(toPairs(query));
    }),
  );
});

test("a comma list is one value per name, and its parts between commas are the items", () => {
  const item = fc.oneof(scalar, fc.constantFrom(undefined, null, "", ",", "%2C", "a,b"));
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(item, fc.array(item))), fc.array(text), (query, others) => {
      const commaLists = [...Object.keys(query), ...others];
      const pairs = serialize(query, commaLists)
        .split("&")
        .filter((pair) => pair !== "")
        .map((pair) => pair.split("="));

      expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
      expect(
        pairs.flatMap(([name = "", value = ""]) =>
          value.split(",").map((part) => [decodeURIComponent(name), decodeURIComponent(part)]),
        ),
      ).toEqual(toPairs(query));
    }),
  );
});

test("only the named lists are joined with commas", () => {
  expect(serialize({ a: [1, 2], b: [3, "x,y"], c: 4, d: [] }, ["b", "c", "d"])).toBe("a=1&a=2&b=3,x%2Cy&c=4");
});

test("no text in a query changes the path of the URL or adds a fragment", () => {
  fc.assert(
    fc.property(fc.dictionary(text, text), (query) => {
      const url = new URL(`https://nectar.example/document?${serialize(query)}`);
      expect([url.origin, url.pathname, url.hash]).toEqual(["https://nectar.example", "/document", ""]);
      expect([...url.searchParams]).toEqual(toPairs(query));
    }),
  );
});

test("a date becomes its day in UTC", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
      const day = `${String(date.getUTCFullYear()).padStart(4, "0")}-${String(date.getUTCMonth() + 1).padStart(2, "0")}-${String(date.getUTCDate()).padStart(2, "0")}`;
      expect(serialize({ startDate: date })).toBe(`startDate=${day}`);
    }),
  );
});

test("a date outside four-digit years keeps its whole day", () => {
  expect(serialize({ at: new Date("+012024-03-05T12:00:00Z") })).toBe("at=%2B012024-03-05");
});

test("lists become repeated keys, and booleans become words", () => {
  expect(serialize({ sites: ["a", "b"], isDeleted: false, page: 2 })).toBe("sites=a&sites=b&isDeleted=false&page=2");
});

test("undefined, null, empty strings and empty lists are not sent", () => {
  expect(serialize({ identifier: "", startDate: undefined, endDate: null, sites: [], datasourceType: [""] })).toBe("");
});

test("properties of the prototype are not sent", () => {
  const query: Record<string, unknown> = Object.create({ page: 7 });
  expect(serialize(Object.assign(query, { limit: 1 }))).toBe("limit=1");
});

describe("an invalid value in a query", () => {
  test.each([
    ["an object", {}],
    ["a list in a list", [["a"]]],
    ["a function", () => 1],
    ["a symbol", Symbol("x")],
    ["an invalid date", new Date("nonsense")],
    ["a lone surrogate", "\ud800"],
  ])("an invalid value in a query is rejected: %s", (_what, value) => {
    expect(() => serialize({ identifier: value })).toThrow(NectarValidationError);
    expect(() => serialize({ identifier: value })).toThrow(
      'documents.listByCompany: query parameter "identifier" must',
    );
  });
});
