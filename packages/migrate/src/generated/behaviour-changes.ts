// Generated from specs by `pnpm codegen`. Do not edit.

import type { LocatedBehaviourChange } from "./behaviour-change.ts";

/** The differences between versions that no document shows, in the order of the file. */
export const behaviourChanges: readonly LocatedBehaviourChange[] = [
  {
    "id": "demand-in-usage-lists",
    "from": "v2.0",
    "to": "v2.1",
    "change": "Usage lists also contain demand readings.",
    "operations": [
      "usageData.listByCompany",
      "usageData.listByConnection",
      "usageData.listByDocument",
      "usageData.listByMeter",
      "usageData.listBySite"
    ],
    "fields": [
      "usage",
      "usageUnits",
      "electricityType"
    ],
    "evidence": "seen",
    "source": [
      "https://docs.nectarclimate.com/changelog/api-updates-release-110325"
    ],
    "wrong": "A sum over `usage` adds demand readings to consumption.",
    "look": "Find each sum over `usage`, and keep units apart. An entry with an `electricityType` other than `USAGE`, or with a unit of power, is a demand reading. `nectar-migrate compare` counts them in your data.",
    "before": "let total = 0;\nfor await (const entry of nectar.usageData.listByCompany(companyId)) total += Number(entry.usage);",
    "after": "let total = 0;\nfor await (const entry of nectar.usageData.listByCompany(companyId)) {\n  if (entry.electricityType && entry.electricityType !== \"USAGE\") continue;\n  if (/^(?:[kKMG]?W|kVA)$/.test(String(entry.usageUnits))) continue;\n  total += Number(entry.usage);\n}",
    "requests": [
      "GET /usage/company/{}",
      "GET /usage/connection/{}",
      "GET /usage/document/{}",
      "GET /usage/meter/{}",
      "GET /usage/site/{}"
    ]
  },
  {
    "id": "usage-ids-are-text",
    "from": "v2.0",
    "to": "v2.1",
    "change": "Ids of usage entries are no longer UUIDs.",
    "operations": [
      "usageData.retrieve",
      "usageData.update",
      "usageData.delete",
      "usageData.listByCompany",
      "usageData.listByConnection",
      "usageData.listByDocument",
      "usageData.listByMeter",
      "usageData.listBySite"
    ],
    "fields": [
      "id"
    ],
    "evidence": "inferred",
    "source": [
      "https://docs.nectarclimate.com/api-reference/usage-data/get-usage-data-details",
      "https://docs.nectarclimate.com/api-reference/v2-1/usage-data/get-usage-data-details"
    ],
    "wrong": "A column or check for UUIDs refuses the new ids. Whether an id of v2.0 finds the same entry later is not documented.",
    "look": "Look for UUID columns, UUID checks and joins on stored ids of usage entries. `nectar-migrate compare` pairs entries by meter and period where ids do not match.",
    "requests": [
      "DELETE /usage/{}",
      "GET /usage/company/{}",
      "GET /usage/connection/{}",
      "GET /usage/document/{}",
      "GET /usage/meter/{}",
      "GET /usage/site/{}",
      "GET /usage/{}",
      "PATCH /usage/{}"
    ]
  },
  {
    "id": "exclusion-not-updated",
    "from": "v2.0",
    "to": "v2.1",
    "change": "An update of a usage entry no longer takes `exclusion`.",
    "operations": [
      "usageData.update"
    ],
    "fields": [
      "exclusion"
    ],
    "evidence": "inferred",
    "source": [
      "https://docs.nectarclimate.com/api-reference/usage-data/update-usage-data",
      "https://docs.nectarclimate.com/api-reference/v2-1/usage-data/update-usage-data"
    ],
    "wrong": "The call still compiles, since the type of the body allows further fields. Totals may keep an entry that you meant to subtract.",
    "look": "Search for updates of usage entries with `exclusion`, and read the entry afterwards.",
    "before": "await nectar.usageData.update(usageId, { exclusion: true });",
    "after": "const entry = await nectar.usageData.retrieve(usageId);\nif (entry.exclusion !== true) console.warn(`${usageId} is not excluded`);",
    "requests": [
      "PATCH /usage/{}"
    ]
  },
  {
    "id": "demand-entries-not-updated",
    "from": "v2.0",
    "to": "v2.1",
    "change": "Demand entries cannot be updated.",
    "operations": [
      "usageData.update"
    ],
    "fields": [
      "electricityType",
      "usageUnits"
    ],
    "evidence": "seen",
    "source": [
      "https://docs.nectarclimate.com/api-reference/v2-1/usage-data/update-usage-data"
    ],
    "wrong": "A program that updates every entry of a list now also reaches demand entries, which the server does not change.",
    "look": "Find loops that update usage entries, and leave demand entries out.",
    "requests": [
      "PATCH /usage/{}"
    ]
  },
  {
    "id": "one-entry-per-meter-period",
    "from": "v2.1",
    "to": "v2.2",
    "change": "One usage entry is one meter and period; times of use are its breakdown, no longer separate entries.",
    "operations": [
      "usageData.retrieve",
      "usageData.listByCompany",
      "usageData.listByConnection",
      "usageData.listByDocument",
      "usageData.listByMeter",
      "usageData.listBySite",
      "documents.retrieve",
      "documents.listByCompany",
      "documents.listByConnection",
      "documents.listBySite"
    ],
    "fields": [
      "usage",
      "timeOfUse",
      "timeOfUseBreakdown"
    ],
    "evidence": "seen",
    "source": [
      "https://docs.nectarclimate.com/changelog/releasing-nectar-v22"
    ],
    "wrong": "Counts of entries change. A store keyed by entry keeps the old entries beside the new total, so that a sum counts them twice. An empty breakdown is truthy, unlike the `null` of `timeOfUse`.",
    "look": "Find reads of `timeOfUse`, and stores of usage entries. `nectar-migrate compare` shows rows on one side only and the totals of both versions.",
    "doubt": "The versions guide says that usage data of v2.2 is identical to v2.1. Check your own data.",
    "before": "const peak: unknown[] = [];\nfor await (const entry of nectar.usageData.listByCompany(companyId)) {\n  if (entry.timeOfUse === \"PEAK\") peak.push(entry.usage);\n}",
    "after": "const peak: unknown[] = [];\nfor await (const entry of nectar.usageData.listByCompany(companyId)) {\n  for (const part of entry.timeOfUseBreakdown ?? []) if (part.timeOfUse === \"PEAK\") peak.push(part.usage);\n}",
    "requests": [
      "GET /document/company/{}",
      "GET /document/connection/{}",
      "GET /document/site/{}",
      "GET /document/{}",
      "GET /usage/company/{}",
      "GET /usage/connection/{}",
      "GET /usage/document/{}",
      "GET /usage/meter/{}",
      "GET /usage/site/{}",
      "GET /usage/{}"
    ]
  }
];
