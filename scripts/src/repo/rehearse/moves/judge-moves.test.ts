import { expect, test } from "vitest";
import { judgeMoves, listMoves } from "./judge-moves.ts";

const BEFORE = new Map([
  ["api", "1.0.0"],
  ["client", "1.0.0"],
]);

function after(versions: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map([...BEFORE, ...Object.entries(versions)]);
}

test("exactly the expected packages with their levels are right", () => {
  expect(judgeMoves(BEFORE, after({ api: "2.0.0" }), new Map([["api", "major"]]), false)).toEqual([]);
});

test("a package that must not move and moves is reported", () => {
  const versions = after({ api: "2.0.0", client: "1.0.1" });

  expect(judgeMoves(BEFORE, versions, new Map([["api", "major"]]), false)).toEqual([
    "client must not move, and went from 1.0.0 to 1.0.1",
  ]);
});

test("a package that must move and stays is reported", () => {
  expect(judgeMoves(BEFORE, BEFORE, new Map([["api", "patch"]]), false)).toEqual(["api must move, and did not"]);
});

test("a package that moves by another level is reported", () => {
  expect(judgeMoves(BEFORE, after({ api: "1.1.0" }), new Map([["api", "major"]]), false)).toEqual([
    "api went from 1.0.0 to 1.1.0 instead of 2.0.0 (major)",
  ]);
});

test("a package that is new or gone moves", () => {
  expect(listMoves(new Map([["old", "1.0.0"]]), new Map([["new", "1.0.0"]]))).toEqual([
    { name: "old", before: "1.0.0", after: "none" },
    { name: "new", before: "none", after: "1.0.0" },
  ]);
});
