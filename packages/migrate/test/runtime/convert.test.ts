import { expect, test } from "vitest";
import { downgradeUsage, upgradeDocuments, upgradeUsage } from "../../src/runtime/index.ts";

const STEP = { from: "v2.0", to: "v2.2" } as const;

test("a word becomes a breakdown with one part, and what the target lacks is lost", () => {
  const row = { id: "a", usage: "1.50", usageUnits: "kWh", timeOfUse: "PEAK", serviceAddress: "Main St 1", note: 5 };

  const { rows, report } = upgradeUsage([row], STEP);

  const part = { timeOfUse: "PEAK", usage: "1.50", usageUnits: "kWh" };
  expect(rows).toEqual([{ id: "a", usage: "1.50", usageUnits: "kWh", note: 5, timeOfUseBreakdown: [part] }]);
  expect(report.kept).toEqual({ id: 1, usage: 1, usageUnits: 1, note: 1 });
  expect(report.derived).toEqual({ timeOfUseBreakdown: 1 });
  expect(report.lost).toEqual({ serviceAddress: 1 });
  expect(report.added).toMatchObject({ updated: 1, exclusion: 1, electricityType: 1 });
  expect(row).toHaveProperty("serviceAddress");
});

test.each([
  ["no time of use", { timeOfUse: null }, { timeOfUseBreakdown: [] }],
  [
    "a word beside an empty breakdown",
    { timeOfUse: "PEAK", timeOfUseBreakdown: [] },
    { timeOfUseBreakdown: [{ timeOfUse: "PEAK" }] },
  ],
  [
    "a breakdown",
    { timeOfUse: null, timeOfUseBreakdown: [{ timeOfUse: "PEAK", usage: "1" }, {}] },
    { timeOfUseBreakdown: [{ timeOfUse: "PEAK", usage: "1" }, {}] },
  ],
  ["no such field", {}, {}],
])("%s is upgraded without a loss", (_, fields, expected) => {
  const { rows, report } = upgradeUsage([{ id: "a", ...fields }], STEP);

  expect(rows).toEqual([{ id: "a", ...expected }]);
  expect(report.lost).toEqual({});
});

test.each([
  ["a word beside another breakdown", { timeOfUse: "PEAK", timeOfUseBreakdown: [{ timeOfUse: "OFF_PEAK" }] }],
  ["an empty word", { timeOfUse: "" }],
  ["a word that is not a string", { timeOfUse: 3 }],
])("%s is reported as lost", (_, fields) => {
  expect(upgradeUsage([fields], STEP).report.lost).toEqual({ timeOfUse: 1 });
});

test("a breakdown with several parts is lost in v2.1, and one with a single whole part becomes its word", () => {
  const single = { usage: "1", timeOfUseBreakdown: [{ timeOfUse: "PEAK", usage: "1", startDate: null }] };
  const described = { usage: "1", timeOfUseBreakdown: [{ timeOfUse: "PEAK", usage: "1", description: "Day" }] };
  const several = {
    usage: "3",
    timeOfUseBreakdown: [
      { timeOfUse: "PEAK", usage: "1" },
      { timeOfUse: "OFF_PEAK", usage: "2" },
    ],
  };

  const { rows, report } = downgradeUsage([single, described, several], { from: "v2.2", to: "v2.1" });

  expect(rows).toEqual([{ usage: "1", timeOfUse: "PEAK" }, { usage: "1", timeOfUse: "PEAK" }, { usage: "3" }]);
  expect(report.lost).toEqual({ timeOfUseBreakdown: 2 });
  expect(report.derived).toEqual({ timeOfUse: 2 });
});

test("documents are converted with the usage in them, and the document in a usage row as well", () => {
  const documents = [{ id: "d", usageData: [{ id: "a", timeOfUse: null, serviceAddress: "x" }, "?"] }, { id: "e" }];

  const upgraded = upgradeDocuments(documents, STEP);

  expect(upgraded.rows).toEqual([{ id: "d", usageData: [{ id: "a", timeOfUseBreakdown: [] }, "?"] }, { id: "e" }]);
  expect(upgraded.report.lost).toEqual({ "usageData.serviceAddress": 1 });
  expect(upgraded.report.added).toMatchObject({ demandMeters: 2, "usageData.updated": 1 });
  const usage = downgradeUsage([{ id: "a", document: { id: "d", totalCharges: "1" } }], { from: "v2.2", to: "v2.0" });
  expect(usage.rows).toEqual([{ id: "a", document: { id: "d" } }]);
  expect(usage.report.lost).toEqual({ "document.totalCharges": 1 });
});

test("names that mean something to JavaScript are plain fields", () => {
  const row = JSON.parse('{"__proto__":{"x":1},"constructor":2,"toString":3}');

  const { rows, report } = upgradeUsage([row], STEP);

  expect(JSON.stringify(rows)).toBe('[{"__proto__":{"x":1},"constructor":2,"toString":3}]');
  expect(JSON.stringify(report.kept)).toBe('{"__proto__":1,"constructor":1,"toString":1}');
});

test("wrong versions are refused with the cure", () => {
  expect(() => upgradeUsage([], { from: "v2.2", to: "v2.0" })).toThrow("v2.0 is older than v2.2: use the downgrade");
  expect(() => downgradeUsage([], { from: "v2.0", to: "v2.2" })).toThrow("v2.2 is newer than v2.0: use the upgrade");
  expect(() => upgradeUsage([], { from: "v2.0", to: "v2.0", merge: true })).toThrow(/^merge is not possible/);
  // @ts-expect-error not a version
  expect(() => upgradeUsage([], { from: "v2.0", to: "v3" })).toThrow("unknown version v3; expected one of: ");
});
