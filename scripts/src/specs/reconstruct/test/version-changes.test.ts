import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { asObject, isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { expect, test } from "vitest";
import { SPECS } from "../../../../test/support/examples-support.ts";
import { buildDocuments } from "../build-files.ts";

const BUILT = await buildDocuments(join(SPECS, "reconstruction"));

test("v2.1 differs from v2.0 in its usage data, the document inside it and its path parameter, and in nothing else", () => {
  const added = [
    "updated",
    "isEstimated",
    "netMeteringGeneratedKwh",
    "netMeteringGridImportKwh",
    "exclusion",
    "electricityType",
    "apparentEnergy",
    "apparentEnergyUnits",
    "reactiveEnergy",
    "reactiveEnergyUnits",
    "powerFactor",
  ];
  expect(compareVersions("v2.0", "v2.1")).toEqual(
    [
      ...["UsageData", "DocumentUsageData"].flatMap((name) => [
        ...added.map((key) => `+ schemas ${name} properties ${key}`),
        ...["timeOfUseBreakdown", "serviceAddress"].map((key) => `- schemas ${name} properties ${key}`),
        `- schemas ${name} properties id format`,
      ]),
      ...["dueDate", "totalCharges"].map((key) => `+ schemas UsageDocument properties ${key}`),
      ...["ApparentEnergyUnits", "ElectricityType", "ReactiveEnergyUnits"].map((name) => `+ schemas ${name}`),
      ...["TimeOfUseBreakdown", "TimeOfUseUnits"].map((name) => `- schemas ${name}`),
      "- schemas UsageDataUpdateRequest properties exclusion",
      "- parameters MsudId",
      "+ parameters UsageDataId",
      ...["get", "patch", "delete"].map((method) => `~ paths /usage/{usage_data_id} ${method} parameters`),
    ].toSorted(),
  );
});

test("v2.2 differs from v2.1 in the time of use of its usage data and the demand meters of its documents, and in nothing else", () => {
  expect(compareVersions("v2.1", "v2.2")).toEqual(
    [
      ...["UsageData", "DocumentUsageData"].flatMap((name) => [
        `- schemas ${name} properties timeOfUse`,
        `+ schemas ${name} properties timeOfUseBreakdown`,
      ]),
      "+ schemas Document properties demandMeters",
      ...["DemandMeter", "DemandType", "DemandUnits", "TimeOfUseBreakdown", "TimeOfUseUnits"].map(
        (name) => `+ schemas ${name}`,
      ),
    ].toSorted(),
  );
});

function compareVersions(before: string, after: string): string[] {
  const [old, current] = [before, after].map((version) => {
    const { paths = {}, webhooks = {}, components = {}, tags = [] } = BUILT.get(version) ?? {};
    // The URL is the same, only the parameter's name in the template differs.
    const renamed = Object.entries(asObject(paths, "paths")).map(([path, item]) => [
      path.replace("{msud_id}", "{usage_data_id}"),
      item,
    ]);
    return { paths: Object.fromEntries(renamed), webhooks, tags, ...asObject(components, "components") };
  });
  return findDifferences(old ?? {}, current ?? {}).toSorted();
}

/** Where two documents differ, as `- place` (gone), `+ place` (new) and `~ place` (another value), with the keys joined by spaces. */
function findDifferences(before: Json, after: Json, place: readonly string[] = []): string[] {
  if (!isObject(before) || !isObject(after)) {
    return isDeepStrictEqual(before, after) || isSameList(before, after) ? [] : [`~ ${place.join(" ")}`];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [old, current] = [before[key], after[key]];
    const inside = [...place, key];
    if (isText(key, old) || isText(key, current)) return [];
    if (old === undefined) return [`+ ${inside.join(" ")}`];
    return current === undefined ? [`- ${inside.join(" ")}`] : findDifferences(old, current, inside);
  });
}

/** Descriptions and evidence do not distinguish versions. A property may have the name `description`, too. */
function isText(key: string, value: Json | undefined): boolean {
  return (key === "description" || key === "x-evidence") && typeof value === "string";
}

/** Compares lists item by item, so a description inside an item makes no difference either. */
function isSameList(before: Json, after: Json): boolean {
  return (
    isArray(before) &&
    isArray(after) &&
    before.length === after.length &&
    before.every((item, index) => findDifferences(item, after[index] ?? null).length === 0)
  );
}
