import fc from "fast-check";
import { expect, test } from "vitest";
import { compareVersions } from "../../src/compare/compare-versions.ts";
import { hasDifferences } from "../../src/compare/comparison.ts";
import { formatComparison } from "../../src/compare/format-comparison.ts";
import type { List } from "../../src/compare/read-rows.ts";

const row = {
  id: "1",
  meter: "m",
  startDate: "2026-01-01",
  endDate: "2026-01-31",
  usage: "10.0",
  usageUnits: "kWh",
  datasourceType: "ELECTRICITY",
};

const compare = (before: readonly object[], after: readonly object[]) =>
  compareVersions({ before: () => before, after: async () => after, keys: ["m"] });

test("equal lists have no difference, in any order", async () => {
  const rows = [row, { ...row, id: "2", startDate: "2026-02-01" }];

  const comparison = await compare(rows, rows.toReversed());

  expect(comparison).toMatchObject({ rows: { before: 2, after: 2 }, paired: { byId: 2, byPeriod: 0 }, fields: [] });
  expect(hasDifferences(comparison)).toBe(false);
});

test("rows with other ids are paired by meter and period, and their fields compared", async () => {
  const after = { ...row, id: "x", usage: 10, usageUnits: "MWh", updated: "now", site: { name: "A" } };
  const before = { ...row, site: { name: "B" }, serviceAddress: "Main St" };

  const comparison = await compare([before], [after]);

  expect(comparison.paired).toEqual({ byId: 0, byPeriod: 1 });
  expect(comparison.fields).toEqual([
    { field: "serviceAddress", differs: 0, spelling: 0, onlyBefore: 1, onlyAfter: 0, examples: [] },
    {
      field: "site.name",
      differs: 1,
      spelling: 0,
      onlyBefore: 0,
      onlyAfter: 0,
      examples: [{ key: "m", before: "B", after: "A" }],
    },
    { field: "updated", differs: 0, spelling: 0, onlyBefore: 0, onlyAfter: 1, examples: [] },
    { field: "usage", differs: 0, spelling: 1, onlyBefore: 0, onlyAfter: 0, examples: [] },
    {
      field: "usageUnits",
      differs: 1,
      spelling: 0,
      onlyBefore: 0,
      onlyAfter: 0,
      examples: [{ key: "m", before: "kWh", after: "MWh" }],
    },
  ]);
  const notAdded = { before: 0, after: 0 };
  expect(comparison.totals).toEqual([
    { datasourceType: "ELECTRICITY", usageUnits: "MWh", before: "0", after: "10", notAdded },
    { datasourceType: "ELECTRICITY", usageUnits: "kWh", before: "10", after: "0", notAdded },
  ]);
});

test("another spelling of a decimal alone does not count", async () => {
  expect(hasDifferences(await compare([row], [{ ...row, usage: "10" }]))).toBe(false);
});

test("times of use that became one row are a regrouped period with the same total", async () => {
  const parts = [
    { ...row, usage: "0.1", timeOfUse: "PEAK" },
    { ...row, id: "2", usage: "0.2", timeOfUse: "OFF_PEAK" },
  ];

  const comparison = await compare(parts, [{ ...row, id: "x", usage: "0.30" }]);

  expect(comparison).toMatchObject({ unpaired: { before: 2, after: 1 }, regrouped: { periods: 1, sameTotal: 1 } });
  expect(comparison.totals).toMatchObject([{ before: "0.3", after: "0.3" }]);
  expect(hasDifferences(comparison)).toBe(true);
});

test.each([
  ["unit", { usageUnits: "MWh" }],
  ["utility type", { datasourceType: "NATURAL_GAS" }],
])("a regrouped period with the same number in another %s has another total", async (_what, other) => {
  const parts = [
    { ...row, usage: "4" },
    { ...row, id: "2", usage: "6" },
  ];

  const changed = await compare(parts, [{ ...row, ...other, id: "x" }]);

  expect(changed.regrouped).toEqual({ periods: 1, sameTotal: 0 });
});

test.each(["1,000", null, "1e400", undefined])(
  "rows with the usage %j are in no total, and no such total is the same",
  async (usage) => {
    const unread = { ...row, id: "2", usage };

    const comparison = await compare([row, unread], [{ ...row, id: "x" }]);
    const equal = await compare([unread], [unread]);

    expect(comparison.regrouped).toEqual({ periods: 1, sameTotal: 0 });
    expect(comparison.totals).toMatchObject([{ before: "10", after: "10", notAdded: { before: 1, after: 0 } }]);
    expect(formatComparison(comparison, "v1", "v2", false)).toContain(
      "  ELECTRICITY, kWh: v1 10, v2 10: UNKNOWN, usage of rows is not a decimal: v1 1, v2 0",
    );
    expect(hasDifferences(equal)).toBe(true);
  },
);

test("another total of demand is a difference", async () => {
  const demand = { ...row, usageUnits: "KW" };

  expect(hasDifferences(await compare([demand], [{ ...demand, usage: "11" }]))).toBe(true);
  expect(hasDifferences(await compare([demand], [demand]))).toBe(false);
});

test("a list with entries that are no rows, or that says it is incomplete, is counted and never the same", async () => {
  const list = (isComplete: boolean) => ({ completeness: { isComplete }, [Symbol.iterator]: () => [row].values() });
  const read = (before: List, after: List) =>
    compareVersions({ before: () => before, after: () => after, keys: ["m"] });

  const entries = await compareVersions({ before: () => [row, null, 1], after: () => [row, "x"], keys: ["m"] });
  const stopped = await read(list(true), list(false));

  expect(entries.incomplete).toEqual({ before: 1, after: 1 });
  expect(stopped.incomplete).toEqual({ before: 0, after: 1 });
  expect([entries, stopped, await read(list(true), list(true))].map(hasDifferences)).toEqual([true, true, false]);
});

test("demand rows are counted apart and never added to consumption", async () => {
  const demand = { ...row, id: "9", usage: "5", usageUnits: "KW" };

  const comparison = await compare([row], [row, demand]);

  expect(comparison).toMatchObject({ rows: { before: 1, after: 1 }, unpaired: { before: 0, after: 0 } });
  expect(comparison.demand).toEqual({
    rows: { before: 0, after: 1 },
    totals: [
      {
        datasourceType: "ELECTRICITY",
        usageUnits: "KW",
        before: "0",
        after: "5",
        notAdded: { before: 0, after: 0 },
      },
    ],
  });
  expect(comparison.totals).toHaveLength(1);
  expect(hasDifferences(comparison)).toBe(true);
});

test("three examples are kept, and names of fields have a bound", async () => {
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`field${index}`, index]));
  const rows = Array.from({ length: 10 }, (_, index) => ({ ...row, id: String(index), usage: index }));

  const { fields } = await compare(
    rows,
    rows.map((one) => ({ ...one, ...many, usage: one.usage + 1 })),
  );

  expect(fields.find(({ field }) => field === "usage")).toMatchObject({ differs: 10, examples: [{}, {}, {}] });
  expect(fields).toHaveLength(1001);
});

test("keys are read one after the other, at most `concurrency` at a time and at most `sample` of them", async () => {
  let open = 0;
  let most = 0;
  let asked = 0;
  async function* keys() {
    for (;;) yield String(asked++);
  }
  const read = async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return [row];
  };

  const comparison = await compareVersions({
    before: read,
    after: () => [row],
    keys: keys(),
    sample: 7,
    concurrency: 3,
  });

  expect(comparison.keys).toBe(7);
  expect(asked).toBe(7);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(3);
});

test("the first failure ends the comparison", async () => {
  const before = (key: string) => {
    if (key === "b") throw new Error("no access");
    return [];
  };

  await expect(compareVersions({ before, after: () => [], keys: ["a", "b", "c"] })).rejects.toThrow("no access");
  await expect(compareVersions({ before, after: () => [], keys: [], concurrency: 0 })).rejects.toThrow(RangeError);
});

test("every row is paired or listed on one side, for any lists", async () => {
  const any = fc.record(
    {
      id: fc.constantFrom("a", "b", "c", ""),
      meter: fc.constantFrom("m", "n"),
      startDate: fc.constantFrom("x", "y"),
      usage: fc.integer(),
    },
    { requiredKeys: [] },
  );
  const list = fc.array(any, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(list, list, async (before, after) => {
      const { rows, paired, unpaired } = await compare(before, after);

      expect(rows.before).toBe(before.length);
      expect(paired.byId + paired.byPeriod + unpaired.before).toBe(before.length);
      expect(paired.byId + paired.byPeriod + unpaired.after).toBe(after.length);
    }),
  );
});
