import fc from "fast-check";
import { expect, test } from "vitest";
import { computePollDelay } from "./compute-poll-delay.ts";

const interval = fc.integer({ min: 1, max: 60_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("pauses grow by half, from the interval to the longest pause", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((polls) => computePollDelay(polls, 1_000, 15_000, 0))).toEqual([
    1_000, 1_500, 2_250, 3_375, 5_062.5, 7_593.75, 11_390.625, 15_000, 15_000,
  ]);
});

test("a pause never shrinks, and stays between three quarters of the interval and the longest pause", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), interval, interval, random, (polls, first, longest, chance) => {
      const delay = computePollDelay(polls, first, longest, chance);
      expect(delay).toBeLessThanOrEqual(longest);
      expect(delay).toBeGreaterThanOrEqual(0.75 * Math.min(first, longest));
      expect(computePollDelay(polls + 1, first, longest, chance)).toBeGreaterThanOrEqual(delay);
    }),
  ));

test("chance shortens a pause by up to a quarter", () => {
  expect(computePollDelay(1, 1_000, 15_000, 0.5)).toBe(875);
  expect(computePollDelay(99, 1_000, 15_000, 0.999999)).toBeCloseTo(11_250, 1);
});
