import { expect, test } from "vitest";
import { nextVersion } from "./next-version.ts";

test.each([
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "major", "2.0.0"],
  ["1.0.0-next.4", "major", "1.0.0"],
  ["1.0.1-next.4", "major", "2.0.0"],
] as const)("after %s, a stable release with the level %s is %s", (before, bump, after) => {
  expect(nextVersion(before, bump, false)).toBe(after);
});

test.each([
  ["0.1.0", "major", "1.0.0-next.0"],
  ["1.0.0-next.0", "major", "1.0.0-next.1"],
  ["1.0.0-next.9", "patch", "1.0.0-next.10"],
  ["1.2.1-next.0", "minor", "1.3.0-next.0"],
  ["1.2.0", "patch", "1.2.1-next.0"],
] as const)("after %s, a prerelease with the level %s is %s", (before, bump, after) => {
  expect(nextVersion(before, bump, true)).toBe(after);
});

test("a version of another form is refused", () => {
  expect(() => nextVersion("1.0.0-beta.1", "patch", true)).toThrow("1.0.0-beta.1: expected a version such as");
});
