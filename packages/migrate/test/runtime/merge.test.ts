import fc from "fast-check";
import { expect, test } from "vitest";
import { upgradeDocuments, upgradeUsage } from "../../src/runtime/index.ts";

const MERGE = { from: "v2.1", to: "v2.2", merge: true } as const;
const peak = {
  id: "a",
  meter: "m",
  startDate: "2026-01-01",
  endDate: "2026-01-31",
  document: { id: "d" },
  usage: "10.10",
  usageUnits: "kWh",
  timeOfUse: "PEAK",
  updated: "2026-02-01T00:00:00Z",
};
const offPeak = { ...peak, id: "b", usage: "20.905", timeOfUse: "OFF_PEAK", updated: "2026-02-02T00:00:00Z" };

test("the times of use of a meter and period become one row with the exact sum", () => {
  const other = { ...peak, id: "c", meter: "n" };

  const { rows, report } = upgradeUsage([peak, other, offPeak], MERGE);

  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    id: "a",
    meter: "m",
    startDate: "2026-01-01",
    endDate: "2026-01-31",
    document: { id: "d" },
    usage: "31.005",
    usageUnits: "kWh",
    updated: "2026-02-01T00:00:00Z",
    timeOfUseBreakdown: [
      { timeOfUse: "PEAK", usage: "10.10", usageUnits: "kWh" },
      { timeOfUse: "OFF_PEAK", usage: "20.905", usageUnits: "kWh" },
    ],
  });
  expect(rows[1]).toMatchObject({ id: "c", usage: "10.10" });
  expect(report.merged).toEqual([{ id: "a", others: ["b"] }]);
  expect(report.lost).toEqual({ id: 1, updated: 1 });
  expect(report.derived).toEqual({ usage: 1, timeOfUseBreakdown: 2 });
  expect(report.doubtful).toEqual([]);
});

test("rows of a document are joined without naming it", () => {
  const usageData = [peak, offPeak].map(({ document, ...row }) => row);

  const { rows, report } = upgradeDocuments([{ id: "d", usageData }], MERGE);

  expect(rows[0]?.usageData).toMatchObject([{ id: "a", usage: "31.005" }]);
  expect(report.merged).toEqual([{ id: "a", others: ["b"] }]);
});

test("numbers stay a number, exactly", () => {
  const rows = [
    { ...peak, usage: 0.1 },
    { ...offPeak, usage: 0.2 },
  ];

  expect(upgradeUsage(rows, MERGE).rows).toMatchObject([{ usage: 0.3 }]);
});

const doubtful: [name: string, rows: { readonly id: string; readonly [field: string]: unknown }[], reason: string][] = [
  [
    "a row without a word beside them",
    [peak, offPeak, { ...peak, id: "c", timeOfUse: null }],
    "a row without time of use beside them",
  ],
  ["a breakdown", [peak, { ...offPeak, timeOfUseBreakdown: [{}] }], "a row already has a breakdown"],
  ["another unit", [peak, { ...offPeak, usageUnits: "MWh" }], "usageUnits differs"],
  ["no unit", [peak, offPeak].map(({ usageUnits, ...row }) => row), "no unit"],
  ["demand", [peak, offPeak].map((row) => ({ ...row, usageUnits: "KW" })), "demand"],
  ["another type than consumption", [peak, offPeak].map((row) => ({ ...row, electricityType: "DEMAND" })), "demand"],
  ["the same word twice", [peak, { ...offPeak, timeOfUse: "PEAK" }], "repeated timeOfUse"],
  ["no meter", [peak, offPeak].map((row) => ({ ...row, meter: null })), "no meter"],
  ["no document", [peak, offPeak].map(({ document, ...row }) => row), "no document"],
  ["a document without an id", [peak, offPeak].map((row) => ({ ...row, document: {} })), "no document"],
  ["no id", [peak, offPeak].map((row) => ({ ...row, id: "" })), "no id"],
  ["the same row twice", [peak, { ...offPeak, id: "a" }], "repeated id"],
  ["a string that is not a decimal", [peak, { ...offPeak, usage: "1,5" }], "usage is not a decimal"],
  [
    "a number that needs an exponent",
    [peak, offPeak].map((row, index) => ({ ...row, usage: [1e21, 5][index] })),
    "usage has an exponent",
  ],
  ["a large exponent", [peak, { ...offPeak, usage: "1e300" }], "usage has an exponent"],
  ["no usage", [peak, { ...offPeak, usage: null }], "usage is not a decimal"],
  [
    "a sum that a number cannot hold",
    [
      { ...peak, usage: 9007199254740991 },
      { ...offPeak, usage: 0.5 },
    ],
    "usage is not a decimal",
  ],
  [
    "a deduction beside usage",
    [
      { ...peak, exclusion: false },
      { ...offPeak, exclusion: true },
    ],
    "exclusion differs",
  ],
  [
    "another amount",
    [peak, offPeak].map((row) => ({ ...row, reactiveEnergy: "4" })),
    "reactiveEnergy may have to be added",
  ],
];

test.each(doubtful)("rows with %s stay and are listed", (_, rows, reason) => {
  const plain = upgradeUsage(rows, { ...MERGE, merge: false });

  const merged = upgradeUsage(rows, MERGE);

  expect(merged.rows).toEqual(plain.rows);
  expect(merged.report.merged).toEqual([]);
  expect(merged.report.doubtful).toEqual([{ ids: rows.map(({ id }) => id), reason }]);
});

test.each(["W", "kW", "KW", "MW", "GW", "kVA", "kVAR"])("rows in %s are demand and stay", (usageUnits) => {
  const { rows, report } = upgradeUsage(
    [peak, offPeak].map((row) => ({ ...row, usageUnits })),
    MERGE,
  );

  expect([rows.length, report.doubtful]).toEqual([2, [{ ids: ["a", "b"], reason: "demand" }]]);
});

test.each<[field: string, values: readonly [unknown, unknown]]>([
  ["meter", ["m", "n"]],
  ["startDate", ["2026-01-01", "2026-01-02"]],
  ["endDate", ["2026-01-30", "2026-01-31"]],
  ["document", [{ id: "d" }, { id: "e" }]],
])("rows that differ in %s are never joined", (field, values) => {
  const differing = [peak, offPeak].map((row, index) => ({ ...row, [field]: values[index] }));

  const { rows, report } = upgradeUsage(differing, MERGE);

  expect([rows.length, report.merged, report.doubtful]).toEqual([2, [], []]);
});

test.each(["created", "updated"])("rows are joined although they differ in %s", (field) => {
  const differing = [peak, offPeak].map((row, index) => ({ ...row, [field]: `2026-02-0${index + 1}T00:00:00Z` }));

  expect(upgradeUsage(differing, MERGE).rows).toHaveLength(1);
});

test.each(["meter", "startDate", "endDate", "document"])("rows without %s are never joined", (field) => {
  const rows = [peak, offPeak].map((row) => ({ ...row, [field]: undefined }));

  expect(upgradeUsage(rows, MERGE).rows).toHaveLength(2);
});

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
    const point = text.length - places;
    return `${digits < 0n ? "-" : ""}${text.slice(0, point)}${places === 0 ? "" : `.${text.slice(point)}`}`;
  });

const row = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  meter: fc.constantFrom("m", "n"),
  startDate: fc.constant("2026-01-01"),
  endDate: fc.constantFrom("2026-01-31", "2026-01-30"),
  document: fc.constant({ id: "d" }),
  usage: decimal,
  usageUnits: fc.constantFrom("kWh", "kWh", "kWh", "MWh"),
  timeOfUse: fc.constantFrom("PEAK", "OFF_PEAK", "SHOULDER", null),
});

/** Units of 10^-12, by unit of usage. */
function totals(rows: readonly { readonly usage?: unknown; readonly usageUnits?: unknown }[]): Map<unknown, bigint> {
  const sums = new Map<unknown, bigint>();
  for (const { usage, usageUnits } of rows) {
    const [whole = "", fraction = ""] = String(usage).split(".");
    sums.set(usageUnits, (sums.get(usageUnits) ?? 0n) + BigInt(whole + fraction.padEnd(12, "0")));
  }
  return sums;
}

test("joining keeps every total to the last digit, loses no id, and twice is once", () => {
  let joined = 0;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const { rows: upgraded, report } = upgradeUsage(rows, MERGE);

      joined += report.merged.length;
      expect(totals(upgraded)).toEqual(totals(rows));
      const ids = [...upgraded.map(({ id }) => id), ...report.merged.flatMap(({ others }) => others)];
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      for (const one of upgraded) {
        const parts = one.timeOfUseBreakdown ?? [];
        if (parts.length > 0) expect(totals(parts)).toEqual(totals([one]));
      }
      expect(upgradeUsage(upgraded, MERGE).rows).toEqual(upgraded);
    }),
    { numRuns: 500 },
  );
  expect(joined).toBeGreaterThan(20);
});
