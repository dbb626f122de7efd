import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeHeaders } from "./merge-headers.ts";

test("a later set wins, regardless of the case of the name", () => {
  expect(mergeHeaders({ Accept: "a", "X-One": "1" }, undefined, { ACCEPT: "b" }, { "x-two": 2 })).toEqual({
    accept: "b",
    "x-one": "1",
    "x-two": "2",
  });
});

test("undefined and null remove a header, and a later set may add it again", () => {
  expect(mergeHeaders({ accept: "a", "x-one": "1" }, { Accept: undefined, "X-ONE": null })).toEqual({});
  expect(mergeHeaders({ accept: "a" }, { accept: undefined }, { accept: "b" })).toEqual({ accept: "b" });
});

test("Headers, pairs and objects merge alike", () => {
  const pairs: [string, string][] = [
    ["x-one", "1"],
    ["x-two", "2"],
  ];
  const expected = Object.fromEntries(pairs);
  expect(mergeHeaders(pairs)).toEqual(expected);
  expect(mergeHeaders(new Headers(pairs))).toEqual(expected);
  expect(mergeHeaders(expected)).toEqual(expected);
});

test("a header has the value of the last set that contains it", () => {
  const set = fc.dictionary(
    fc.constantFrom("a", "A", "b", "c"),
    fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
    { maxKeys: 1 },
  );
  fc.assert(
    fc.property(fc.array(set), (sets) => {
      const merged = new Map<string, string>();
      for (const [name, value] of sets.flatMap((one) => Object.entries(one))) {
        if (value === undefined) merged.delete(name.toLowerCase());
        else merged.set(name.toLowerCase(), value);
      }
      expect(mergeHeaders(...sets)).toEqual(Object.fromEntries(merged));
    }),
  );
});

test("no header name reaches the prototype", () => {
  const merged = mergeHeaders(JSON.parse('{ "__proto__": "x", "constructor": "y" }'));
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(Object.hasOwn({}, "x")).toBe(false);
});
