import { type Row, readText } from "./row.ts";

const POWER_UNITS = new Set(["W", "kW", "KW", "MW", "GW", "kVA", "kVAR"]);

/** The electricity type of consumption; Nectar's reference shows no other word. */
const CONSUMPTION = "USAGE";

/**
 * Tells whether a usage row is a demand reading, which must not be added to consumption: its electricity type is another than that of
 * consumption, or its unit is one of power.
 */
export function isDemand(row: Row): boolean {
  const type = readText(row["electricityType"]);
  if (type !== undefined && type !== CONSUMPTION) return true;
  return POWER_UNITS.has(readText(row["usageUnits"]) ?? "");
}
