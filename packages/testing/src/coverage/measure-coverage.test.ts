import fc from "fast-check";
import { expect, test } from "vitest";
import { readBikeHire } from "../../test/support/bike-hire/read-bike-hire.ts";
import type { Interaction } from "../recording/recording.ts";
import { expectCoverage } from "./expect-coverage.ts";
import { formatCoverage } from "./format-coverage.ts";
import { type Coverage, measureCoverage, mergeCoverage, sumTotals } from "./measure-coverage.ts";

const document = readBikeHire("v0.2");
const ids = [...document.operations.keys()];

function call(operation: string, status: number): Interaction {
  const request = { method: "GET", path: "/", headers: {} };
  return { operation, request, response: { status, headers: {} }, violations: [] };
}

test("coverages of parts merge into the coverage of the whole, in any grouping", () => {
  const calls = fc.array(
    fc.record({ operation: fc.constantFrom(...ids), status: fc.constantFrom(200, 201, 204, 404, 500) }),
  );
  fc.assert(
    fc.property(fc.array(calls, { minLength: 1 }), (parts) => {
      const recorded = parts.map((part) => part.map(({ operation, status }) => call(operation, status)));
      const [first, ...rest] = recorded.map((interactions) => measureCoverage(document, interactions));
      const whole = measureCoverage(document, recorded.flat());
      if (first === undefined) throw new Error("there is at least one part");
      expect(mergeCoverage(first, ...rest)).toEqual(whole);
      expect(rest.reduce<Coverage>((merged, next) => mergeCoverage(merged, next), first)).toEqual(whole);
    }),
  );
});

test("a coverage is formatted as one line per resource and one in total", () => {
  const coverage = measureCoverage(document, [
    call("bikes.retrieve", 200),
    call("bikes.retrieve", 404),
    call("bikes.retrieve", 404),
  ]);
  const lines = formatCoverage(coverage).split("\n");
  expect(lines).toContain("bikes: 1 of 2 operations, 2 of 8 statuses");
  expect(lines).toContain("jobs: 0 of 2 operations, 0 of 8 statuses");
  expect(lines.at(-1)).toBe("v0.2: 1 of 10 operations, 2 of 40 statuses");
});

test("an undeclared status is counted but covers nothing", () => {
  const coverage = measureCoverage(document, [
    call("ping.retrieve", 503),
    { ...call("ping.retrieve", 200), operation: "" },
  ]);
  expect(coverage.operations["ping.retrieve"]?.seen).toEqual({ 503: 1 });
  expect(sumTotals(Object.values(coverage.operations))).toEqual({
    operations: 10,
    seenOperations: 0,
    statuses: 40,
    seenStatuses: 0,
  });
});

test("all statuses of all operations give full coverage", () => {
  const all = [...document.operations.values()].flatMap(({ id, responses }) =>
    [...responses.keys()].map((status) => call(id, Number(status))),
  );
  expect(() => expectCoverage(measureCoverage(document, all), ["*"], { statuses: "all" })).not.toThrow();
  expect(() => expectCoverage(measureCoverage(document, all.slice(1)), ["*"], { statuses: "all" })).toThrow(
    "1 of 10 operations",
  );
});

test("only a star is special in a pattern", () => {
  const coverage = measureCoverage(document, []);
  expect(() => expectCoverage(coverage, ["(.+)+$"])).toThrow('no operation of v0.2 matches "(.+)+$"');
  expect(() => expectCoverage(coverage, ["ping?retrieve"])).toThrow('did you mean "ping.retrieve"?');
});

test("no coverages, and coverages of different versions, cannot be merged", () => {
  expect(() => mergeCoverage()).toThrow("nothing to merge: pass at least one coverage");
  expect(() => mergeCoverage(measureCoverage(document, []), measureCoverage(readBikeHire("v0.1"), []))).toThrow(
    "coverages of v0.2 and v0.1 cannot be merged: merge each version separately",
  );
});

test("a name from the document cannot start a line of a formatted coverage", () => {
  const name = "::error::x\u2028::error::y\n::error::z.list";
  const coverage = { api: "v0.2", operations: { [name]: { operationId: "list", declared: ["200"], seen: {} } } };
  expect(formatCoverage(coverage).split("\n")).toEqual([
    "\\u003a:error::x\\u2028::error::y ::error::z: 0 of 1 operations, 0 of 1 statuses",
    "v0.2: 0 of 1 operations, 0 of 1 statuses",
  ]);
  expect(() => expectCoverage(coverage)).toThrow(
    /^1 of 1 operations of v0\.2 are not covered:\n {2}\\u003a:error::x[^\n]*: 200 not seen, no response at all$/,
  );
});

test("an operationId names the same operation in recordings and patterns", () => {
  const coverage = measureCoverage(document, [call("ping_retrieve", 200), call("ping.retrieve", 200)]);

  expect(coverage.operations["ping.retrieve"]?.seen).toEqual({ 200: 2 });
  expect(() => expectCoverage(coverage, ["ping_retrieve"])).not.toThrow();
});
