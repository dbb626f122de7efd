// Generated from specs by `pnpm codegen`. Do not edit.

/** The fields that some version lacks, by version and shape, oldest version first. */
export const versionFields = {
  "v2.0": {
    usage: ["serviceAddress", "timeOfUse", "timeOfUseBreakdown"],
    usageDocument: [],
    document: [],
    documentUsage: ["serviceAddress", "timeOfUse", "timeOfUseBreakdown"],
  },
  "v2.1": {
    usage: [
      "apparentEnergy",
      "apparentEnergyUnits",
      "electricityType",
      "exclusion",
      "isEstimated",
      "netMeteringGeneratedKwh",
      "netMeteringGridImportKwh",
      "powerFactor",
      "reactiveEnergy",
      "reactiveEnergyUnits",
      "timeOfUse",
      "updated",
    ],
    usageDocument: ["dueDate", "totalCharges"],
    document: [],
    documentUsage: [
      "apparentEnergy",
      "apparentEnergyUnits",
      "electricityType",
      "exclusion",
      "isEstimated",
      "netMeteringGeneratedKwh",
      "netMeteringGridImportKwh",
      "powerFactor",
      "reactiveEnergy",
      "reactiveEnergyUnits",
      "timeOfUse",
      "updated",
    ],
  },
  "v2.2": {
    usage: [
      "apparentEnergy",
      "apparentEnergyUnits",
      "electricityType",
      "exclusion",
      "isEstimated",
      "netMeteringGeneratedKwh",
      "netMeteringGridImportKwh",
      "powerFactor",
      "reactiveEnergy",
      "reactiveEnergyUnits",
      "timeOfUseBreakdown",
      "updated",
    ],
    usageDocument: ["dueDate", "totalCharges"],
    document: ["demandMeters"],
    documentUsage: [
      "apparentEnergy",
      "apparentEnergyUnits",
      "electricityType",
      "exclusion",
      "isEstimated",
      "netMeteringGeneratedKwh",
      "netMeteringGridImportKwh",
      "powerFactor",
      "reactiveEnergy",
      "reactiveEnergyUnits",
      "timeOfUseBreakdown",
      "updated",
    ],
  },
} as const;

/** The amounts of a usage row other than its usage. */
export const usageFigures: readonly string[] = [
  "apparentEnergy",
  "netMeteringGeneratedKwh",
  "netMeteringGridImportKwh",
  "powerFactor",
  "reactiveEnergy",
];
