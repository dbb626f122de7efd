import fc from "fast-check";
import { expect, test } from "vitest";
import { hasDuplicateNames, readStringValues } from "./duplicate-names.ts";

test("no text that was written from a value has a name twice", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);

      expect(hasDuplicateNames(text, JSON.parse(text))).toBe(false);
    }),
  );
});

test.each(['{"a":1,"a":1}', '[{"a" :"x:", "b":{"c":1,\n"\\u0063"\n:2}}]'])("%s has a name twice", (text) => {
  expect(hasDuplicateNames(text, JSON.parse(text))).toBe(true);
});

test("values that parsing drops are read, names are not", () => {
  expect(readStringValues('{"a":"x\\"y","a":["z"],"b":1}')).toEqual(['x"y', "z"]);
});
