import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { formatDecimal, multiplyToCents, parseDecimal, sumDecimals } from "./decimal.ts";

/** Finds sums that do not add up: line items and charges, balances, time-of-use parts, demand figures, periods. */
export function checkBills(value: Json): string[] {
  if (isArray(value)) return value.flatMap(checkBills);
  if (!isObject(value)) return [];
  return [...checkOwn(value), ...Object.values(value).flatMap(checkBills)];
}

function checkOwn(value: JsonObject): string[] {
  try {
    return [...checkDocumentSums(value), ...checkLine(value), ...checkUsage(value)];
  } catch (error) {
    // A figure that is not a decimal string.
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
}

function checkDocumentSums(document: JsonObject): string[] {
  const lines = readObjects(document["lineItems"]);
  if (lines.length === 0) return [];
  const amount = (key: string): bigint => parseDecimal(String(document[key]));
  const taxes = lines.filter((line) => line["chargeType"] === "TAX");
  const open = amount("previousCloseBalance") - amount("afterPreviousTotalPayment");
  return [
    ...compare("lineItems", total(lines), "currentCharges", amount("currentCharges")),
    ...compare("tax lines", total(taxes), "taxCharges", amount("taxCharges")),
    ...compare(
      "current balance and charges",
      amount("currentOpenBalance") + amount("currentCharges"),
      "totalCharges",
      amount("totalCharges"),
    ),
    ...compare(
      "previous balances",
      open + amount("afterPreviousCharges") - amount("afterPreviousCredits"),
      "currentOpenBalance",
      amount("currentOpenBalance"),
    ),
    ...checkDemand(document),
  ];
}

function checkDemand(document: JsonObject): string[] {
  const entries = new Set(readObjects(document["usageData"]).map((entry) => entry["id"]));
  const ids = readObjects(document["demandMeters"]).flatMap((meter) => meter["usageDataIds"] ?? []);
  return ids
    .filter((id) => !entries.has(id))
    .map((id) => `demandMeters name ${JSON.stringify(id)}, which usageData has not`);
}

function checkLine({ quantity, rate, totalCharge }: JsonObject): string[] {
  if (typeof quantity !== "string" || typeof rate !== "string" || typeof totalCharge !== "string") return [];
  return compare(`${quantity} × ${rate}`, multiplyToCents(quantity, rate), "totalCharge", parseDecimal(totalCharge));
}

function checkUsage({ usage, usageUnits, startDate, endDate, timeOfUseBreakdown }: JsonObject): string[] {
  const parts = readObjects(timeOfUseBreakdown);
  const period = typeof startDate === "string" && typeof endDate === "string" && startDate > endDate;
  const units = parts.filter((part) => part["usageUnits"] !== usageUnits);
  return [
    ...(period ? [`the period begins on ${startDate} after its end ${endDate}`] : []),
    ...(parts.length === 0
      ? []
      : compare(
          "timeOfUseBreakdown",
          sumDecimals(parts.map((part) => String(part["usage"]))),
          "usage",
          parseDecimal(String(usage)),
        )),
    ...units.map(() => "a part of timeOfUseBreakdown has another unit than usage"),
  ];
}

function total(lines: readonly JsonObject[]): bigint {
  return sumDecimals(lines.map((line) => String(line["totalCharge"])));
}

function compare(what: string, sum: bigint, key: string, stated: bigint): string[] {
  return sum === stated ? [] : [`${what}: ${formatDecimal(sum)} is not ${key} ${formatDecimal(stated)}`];
}

function readObjects(value: Json | undefined): JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}
