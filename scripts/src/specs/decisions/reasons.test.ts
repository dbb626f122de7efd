import { expect, test } from "vitest";
import { findUnmatched, parseReasons, removeReasons } from "./reasons.ts";

test("reasons are read by the id of their change", () => {
  expect(parseReasons('breaking:\n  "0123456789ab": " Never filled. "\n')).toEqual(
    new Map([["0123456789ab", "Never filled."]]),
  );
});

test.each([undefined, "", "decisions: {}\n", "breaking:\n"])("without the section (%j) there are none", (text) => {
  expect(parseReasons(text)).toEqual(new Map());
});

test.each([
  ["breaking: { site-name: Gone. }", "breaking: site-name: expected the id of a change, in quotes: 12 hex digits"],
  ['breaking: { "0123456789ab": "" }', "breaking: 0123456789ab: write the reason"],
  ['breaking: { "0123456789ab": 7 }', "breaking: 0123456789ab: write the reason"],
  [`breaking: { "0123456789ab": ${"x".repeat(1001)} }`, "of at most 1000 characters"],
  ["breaking: [a]", "breaking"],
])("%s is refused", (text, message) => {
  expect(() => parseReasons(text)).toThrow(message);
});

test("a reason for a change that is not part of the release is found", () => {
  const reasons = new Map([
    ["0123456789ab", "a"],
    ["ba9876543210", "b"],
  ]);

  expect(findUnmatched(reasons, ["0123456789ab"])).toEqual(["ba9876543210"]);
});

test("the reasons go, and the questions stay", () => {
  const questions = "# Questions.\ndecisions:\n  webhooks-gone:\n    choice: keep\n";

  expect(removeReasons(`${questions}breaking:\n  "0123456789ab": Gone.\n`)).toBe(questions);
  expect(removeReasons(questions)).toBe(questions);
});

test("a file without questions goes with its reasons", () => {
  expect(removeReasons('breaking:\n  "0123456789ab": Gone.\n')).toBeUndefined();
});
