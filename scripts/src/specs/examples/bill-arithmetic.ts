import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { formatDecimal, parseDecimal, productInCents, sumDecimals } from "./decimal.ts";

/** What does not add up in a value: line items and charges, balances, time-of-use parts, demand figures, periods. */
export function billProblems(value: Json): string[] {
  if (isArray(value)) return value.flatMap(billProblems);
  if (!isObject(value)) return [];
  return [...ownProblems(value), ...Object.values(value).flatMap(billProblems)];
}

function ownProblems(value: JsonObject): string[] {
  try {
    return [...documentProblems(value), ...lineProblems(value), ...usageProblems(value)];
  } catch (error) {
    // A figure that is no decimal string.
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
}

function documentProblems(document: JsonObject): string[] {
  const lines = objectsIn(document["lineItems"]);
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
    ...demandProblems(document),
  ];
}

function demandProblems(document: JsonObject): string[] {
  const entries = new Set(objectsIn(document["usageData"]).map((entry) => entry["id"]));
  const ids = objectsIn(document["demandMeters"]).flatMap((meter) => meter["usageDataIds"] ?? []);
  return ids
    .filter((id) => !entries.has(id))
    .map((id) => `demandMeters name ${JSON.stringify(id)}, which usageData has not`);
}

function lineProblems({ quantity, rate, totalCharge }: JsonObject): string[] {
  if (typeof quantity !== "string" || typeof rate !== "string" || typeof totalCharge !== "string") return [];
  return compare(`${quantity} × ${rate}`, productInCents(quantity, rate), "totalCharge", parseDecimal(totalCharge));
}

function usageProblems({ usage, usageUnits, startDate, endDate, timeOfUseBreakdown }: JsonObject): string[] {
  const parts = objectsIn(timeOfUseBreakdown);
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

function objectsIn(value: Json | undefined): JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}
