import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeVisible, toPrintableLine } from "./printable-text.ts";

/** Every character that some reader treats as the end of a line. */
const LINE_BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029"];

describe("an invisible or control character is escaped", () => {
  test.each([
    ["a line break", "a\r\nb", "a\\r\\nb"],
    ["a Unicode line break", "a\u2028\u2029\u0085b", "a\\u2028\\u2029\\u0085b"],
    ["an escape sequence of a terminal", "\u001b[2J\u009b2J", "\\u001b[2J\\u009b2J"],
    ["a mark of writing direction", "a\u202eb\u2066", "a\\u202eb\\u2066"],
    ["a character without width", "a\u200bb\uFEFF", "a\\u200bb\\ufeff"],
    ["a tag character", "a\u{E0041}", "a\\u{e0041}"],
    ["half of a surrogate pair", "a\uD800", "a\\ud800"],
    ["NUL", "a\0b", "a\\u0000b"],
  ])("%s", (_what, text, shown) => {
    expect(makeVisible(text)).toBe(shown);
  });
});

test("ordinary text is unchanged", () => {
  const text = "Été, naïve – «ça» 東京 🙂\tC:\\temp";

  expect(makeVisible(text)).toBe(text);
});

describe("a line of output is never a command of a CI runner", () => {
  test.each([
    ["::error::x", "\\u003a:error::x"],
    ["  ::set-output name=a::b", "  \\u003a:set-output name=a::b"],
    ["at ##[group]x", "at #\\u0023[group]x"],
    ["##vso[task.setvariable variable=a]b", "#\\u0023vso[task.setvariable variable=a]b"],
    ["a ::error:: b", "a ::error:: b"],
    ["## heading", "## heading"],
  ])("%j", (line, printed) => {
    expect(toPrintableLine(line)).toBe(printed);
  });
});

test("any text becomes one line without a command", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...LINE_BREAKS, "::error::", "##[", " ", "\t"), fc.string({ unit: "binary" })))
    .map((parts) => parts.join(""));

  fc.assert(
    fc.property(text, (line) => {
      const printed = toPrintableLine(line);
      expect(printed.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)).toHaveLength(1);
      expect(printed.trimStart().startsWith("::")).toBe(false);
      expect(printed).not.toContain("##[");
    }),
  );
});
