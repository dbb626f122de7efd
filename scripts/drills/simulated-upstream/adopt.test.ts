import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdoptionCopy, createAdoptionCopy, STEP_NAMES } from "./adopt-variant.ts";

let copy: AdoptionCopy;

beforeAll(async () => {
  copy = await createAdoptionCopy();
});
afterAll(() => copy[Symbol.asyncDispose]());

// Each step starts pnpm again, and compiles every package.
test.each([
  { axes: "all", seed: "1" },
  { axes: "random:6", seed: "2" },
])(
  "documents that differ in $axes, seed $seed, are adopted without an edit by hand",
  {
    timeout: 1_800_000,
  },
  async (variant) => {
    const { steps, edited } = await copy.adopt(variant);

    expect(steps).toEqual(STEP_NAMES.map((name) => ({ name })));
    expect(edited).toEqual([]);
  },
);
