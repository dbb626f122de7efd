import { expect, test } from "vitest";
import { checkBills } from "./bill-arithmetic.ts";

const BILL = {
  previousCloseBalance: "10.00",
  afterPreviousTotalPayment: "9.00",
  afterPreviousCharges: "0.50",
  afterPreviousCredits: "0.00",
  currentOpenBalance: "1.50",
  currentCharges: "2.20",
  taxCharges: "0.20",
  totalCharges: "3.70",
  lineItems: [
    { quantity: "20", rate: "0.1", totalCharge: "2.00" },
    { chargeType: "TAX", totalCharge: "0.20" },
  ],
  usageData: [{ id: "u1", usage: "20", usageUnits: "kWh", startDate: "2026-01-01", endDate: "2026-01-31" }],
  demandMeters: [{ usageDataIds: ["u1"] }],
};

test("a bill that adds up has no problem, anywhere in an example", () => {
  expect(checkBills({ documents: [BILL] })).toEqual([]);
});

test.each([
  ["charges", { currentCharges: "2.30" }, "lineItems: 2.2 is not currentCharges 2.3"],
  ["taxes", { taxCharges: "0.00" }, "tax lines: 0.2 is not taxCharges 0"],
  ["total", { totalCharges: "3.71" }, "current balance and charges: 3.7 is not totalCharges 3.71"],
  ["balance", { afterPreviousTotalPayment: "8" }, "previous balances: 2.5 is not currentOpenBalance 1.5"],
  ["no figure at all", { totalCharges: "much" }, '"much" is not a decimal of at most 10 places'],
  ["demand", { usageData: [] }, 'demandMeters name "u1", which usageData has not'],
])("a wrong figure is found: %s", (_, change, problem) => {
  expect(checkBills({ ...BILL, ...change })).toContain(problem);
});

test("a line must be its quantity times its rate", () => {
  expect(checkBills({ quantity: "3", rate: "0.335", totalCharge: "1.00" })).toEqual([
    "3 × 0.335: 1.01 is not totalCharge 1",
  ]);
});

const ENTRY = {
  usage: "10.5",
  usageUnits: "kWh",
  startDate: "2026-01-01",
  endDate: "2026-01-31",
  timeOfUseBreakdown: [
    { usage: "4.25", usageUnits: "kWh" },
    { usage: "6.25", usageUnits: "kWh" },
  ],
};

test("the parts of a breakdown sum to the usage", () => {
  expect(checkBills(ENTRY)).toEqual([]);
  expect(checkBills({ ...ENTRY, usage: "10.6" })).toEqual(["timeOfUseBreakdown: 10.5 is not usage 10.6"]);
  expect(checkBills({ ...ENTRY, usageUnits: "MWh" })).toHaveLength(2);
});

test("a period ends after it begins", () => {
  expect(checkBills({ ...ENTRY, endDate: "2025-12-31" })).toEqual([
    "the period begins on 2026-01-01 after its end 2025-12-31",
  ]);
});
