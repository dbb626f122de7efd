import fc from "fast-check";
import { expect, test } from "vitest";
import { summarise } from "./summarise.ts";

test("the median is the middle of an odd number of runs and between the middle two of an even number", () => {
  expect(summarise([30, 10, 20])).toEqual({ fastest: 10, median: 20, slowest: 30 });
  expect(summarise([40, 10, 20, 30])).toEqual({ fastest: 10, median: 25, slowest: 40 });
  expect(summarise([7])).toEqual({ fastest: 7, median: 7, slowest: 7 });
});

test("an empty list of runs is refused", () => {
  expect(() => summarise([])).toThrow(RangeError);
});

test("the figures do not depend on the order of the runs", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (durations) => {
      const summary = summarise(durations);
      expect(summarise(durations.toReversed())).toEqual(summary);
      expect(summary.fastest <= summary.median && summary.median <= summary.slowest).toBe(true);
    }),
  );
});
