import { expect, test } from "vitest";
import { listBehaviour } from "./list-behaviour.ts";

test("documents of another API have no change of behaviour, and neither has the way back", () => {
  expect(listBehaviour("a.json", "v2.2")).toEqual([]);
  expect(listBehaviour("v2.2", "v2.0")).toEqual([]);
});

test("the way from the first version to the last has changes of behaviour", () => {
  expect(listBehaviour("v2.0", "v2.2")).not.toEqual([]);
});
