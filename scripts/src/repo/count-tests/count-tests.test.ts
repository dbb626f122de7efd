import { expect, test } from "vitest";
import { countTests } from "./count-tests.ts";

const report = (total: number, passed: number, success = total === passed) => ({
  numTotalTests: total,
  numPassedTests: passed,
  success,
});

test("the reports of all packages are added up", () => {
  expect(countTests([report(3, 3), report(2, 2)])).toEqual({ passed: 5, failed: 0 });
  expect(countTests([report(3, 3), report(4, 1)])).toEqual({ passed: 4, failed: 3 });
});

test("a suite that could not be loaded fails the run although no test failed", () => {
  expect(countTests([report(3, 3, false)])).toEqual({ passed: 3, failed: 1 });
});

test("a report without tests and an invalid report are failures", () => {
  expect(countTests([report(0, 0)])).toEqual({ passed: 0, failed: 1 });
  expect(countTests([null, "x", {}])).toEqual({ passed: 0, failed: 3 });
});
