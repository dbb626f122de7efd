import type { ApiHistory } from "../../src/project/api-history.ts";

const LISTS = ["GET /usage/company/{}", "GET /usage/meter/{}", "GET /usage/site/{}"];

/** The history of the invented API of `packages/fixture`. */
export const INVENTED: ApiHistory = {
  versions: ["v0.1", "v0.2", "v0.3"],
  behaviour: [
    {
      id: "demand-in-usage-lists",
      from: "v0.1",
      to: "v0.2",
      change: "Usage lists also contain demand readings.",
      operations: ["usageData.listByCompany", "usageData.listByMeter", "usageData.listBySite"],
      fields: ["usage", "usageUnits", "electricityType"],
      evidence: "assumed",
      source: [],
      wrong: "A sum over `usage` adds demand readings to consumption.",
      look: "Find each sum over `usage`, and keep units apart.",
      requests: LISTS,
    },
    {
      id: "usage-ids-are-text",
      from: "v0.1",
      to: "v0.2",
      change: "Ids of usage entries are no longer UUIDs.",
      operations: ["usageData.retrieve"],
      fields: ["id"],
      evidence: "assumed",
      source: [],
      wrong: "A column or check for UUIDs refuses the new ids.",
      look: "Look for UUID columns, UUID checks and joins on stored ids of usage entries.",
      requests: [...LISTS, "GET /usage/{}"],
    },
    {
      id: "one-entry-per-meter-period",
      from: "v0.2",
      to: "v0.3",
      change: "One usage entry is one meter and period; times of use are its breakdown.",
      operations: ["usageData.retrieve"],
      fields: ["usage", "timeOfUse", "timeOfUseBreakdown"],
      evidence: "assumed",
      source: [],
      wrong: "Counts of entries change.",
      look: "Find reads of `timeOfUse`, and stores of usage entries.",
      requests: [...LISTS, "GET /usage/{}"],
    },
  ],
};
