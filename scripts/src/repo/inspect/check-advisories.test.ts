import { expect, test } from "vitest";
import { checkAdvisories, readExceptions } from "./check-advisories.ts";

const ID = "GHSA-aaaa-bbbb-cccc";
const REPORT = {
  advisories: {
    "1": { module_name: "parser", severity: "high", title: "Slow", url: `https://github.com/advisories/${ID}` },
  },
};
const EXCEPTIONS = readExceptions({ exceptions: { [ID]: { until: "2027-01-31", why: "Never sees foreign text." } } });
const TODAY = "2027-01-31";

test("an advisory needs an exception, which ends after its last day", () => {
  expect(checkAdvisories(REPORT, EXCEPTIONS, TODAY)).toEqual([]);
  expect(checkAdvisories(REPORT, EXCEPTIONS, "2027-02-01")).toEqual([
    `parser: high: Slow (${ID}); its exception ended on 2027-01-31`,
  ]);
  expect(checkAdvisories(REPORT, [], TODAY)).toEqual([
    `parser: high: Slow (${ID}); update it, or explain it in tools/inspect/advisories.yaml`,
  ]);
});

test("an exception without its advisory is a problem", () => {
  expect(checkAdvisories({ advisories: {} }, EXCEPTIONS, TODAY)).toEqual([
    `no dependency has the advisory ${ID} any more; remove it from tools/inspect/advisories.yaml`,
  ]);
});

test.each([{ why: "x" }, { until: "soon", why: "x" }, { until: "2027-02-40", why: "x" }, { until: "2027-01-31" }])(
  "the exception %j is refused",
  (exception) => {
    expect(() => readExceptions({ exceptions: { [ID]: exception } })).toThrow(
      `advisories.yaml: ${ID} needs \`until\` with a date such as 2027-01-31, and \`why\``,
    );
  },
);
