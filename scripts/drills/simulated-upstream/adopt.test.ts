import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdoptionCopy, createAdoptionCopy, STEP_NAMES } from "./adopt-variant.ts";

let copy: AdoptionCopy;

beforeAll(async () => {
  copy = await createAdoptionCopy();
});
afterAll(() => copy[Symbol.asyncDispose]());

// Each step starts pnpm anew, which asks the registry again on some machines.
test("documents that differ in six axes are adopted without an edit by hand", { timeout: 1_800_000 }, async () => {
  const { steps, edited } = await copy.adopt({ axes: "random:6", seed: "2" });

  expect(steps).toEqual(STEP_NAMES.map((name) => ({ name })));
  expect(edited).toEqual([]);
});
