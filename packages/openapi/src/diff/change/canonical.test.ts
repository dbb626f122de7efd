import { expect, test } from "vitest";
import { toCanonical } from "./canonical.ts";

test.each(["example", "examples", "x-evidence"])("the keyword %s does not count", (keyword) => {
  expect(toCanonical({ [keyword]: "a" })).toBe(toCanonical({}));
});

test.each(["properties", "patternProperties", "$defs", "schemas", "responses", "parameters"])(
  "a name below %s may be the name of an ignored keyword",
  (keyword) => {
    expect(toCanonical({ [keyword]: { example: {} } })).not.toBe(toCanonical({ [keyword]: {} }));
  },
);

test.each(["default", "enum", "const"])("every key of a value below %s counts", (keyword) => {
  expect(toCanonical({ [keyword]: { example: "a" } })).not.toBe(toCanonical({ [keyword]: { example: "b" } }));
  expect(toCanonical({ [keyword]: { example: "a" } })).not.toBe(toCanonical({ [keyword]: {} }));
});
