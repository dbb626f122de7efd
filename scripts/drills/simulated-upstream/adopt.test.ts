import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdoptionCopy, createAdoptionCopy, STEP_NAMES } from "./adopt-variant.ts";

let copy: AdoptionCopy;

beforeAll(async () => {
  copy = await createAdoptionCopy();
});
afterAll(() => copy[Symbol.asyncDispose]());

test.each([
  { axes: "random:6", seed: "1" },
  { axes: "all", seed: "1" },
])("documents that differ in $axes, seed $seed, are adopted without an edit by hand", async (variant) => {
  const { steps, edited } = await copy.adopt(variant);

  expect(steps).toEqual(STEP_NAMES.map((name) => ({ name })));
  expect(edited).toEqual([]);
});
