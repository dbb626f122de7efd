import type { Json } from "@nectar-sdk/openapi/document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonDifferences } from "./json-differences.ts";

const json: fc.Arbitrary<Json> = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

test("a value does not differ from itself", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(jsonDifferences(value, structuredClone(value))).toEqual([]);
    }),
  );
});

test("values that are not equal differ in some place, in both orders the same", () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      const there = jsonDifferences(before, after).map(({ pointer }) => pointer);
      const back = jsonDifferences(after, before).map(({ pointer }) => pointer);
      expect(there.toSorted()).toEqual(back.toSorted());
      expect(there.length === 0).toBe(sorted(before) === sorted(after));
    }),
  );
});

/** The text of a value, all keys in order. */
function sorted(value: Json): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

test("the outermost place that is on one side only is named, with its value", () => {
  expect(jsonDifferences({ a: { "b/c": [1] }, d: 1 }, { a: { "b/c": [1, { e: 2 }] }, d: 1 })).toEqual([
    { pointer: "#/a/b~1c/1", before: undefined, after: { e: 2 } },
  ]);
});
