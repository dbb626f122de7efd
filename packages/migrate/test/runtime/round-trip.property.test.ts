import type { SchemaProblem } from "@nectar-sdk/openapi/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ApiVersion, downgradeUsage, upgradeDocuments, upgradeUsage } from "../../src/runtime/index.ts";
import { versionFields } from "../../src/runtime/version-fields.ts";
import { readShape, toJson } from "../support/usage-rows.ts";

const VERSIONS = Object.keys(versionFields).filter((name): name is ApiVersion => Object.hasOwn(versionFields, name));

/** Every version with each newer one. */
const PAIRS = VERSIONS.flatMap((from, index) => VERSIONS.slice(index + 1).map((to) => [from, to] as const));

const value = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
const word = fc.constantFrom("PEAK", "OFF_PEAK", "", null);
const part = fc.record({ timeOfUse: word, usage: fc.constantFrom("1", "2.50") }, { requiredKeys: [] });
const row = fc
  .record(
    {
      usage: fc.constantFrom("1", "2.50", 7),
      usageUnits: fc.constant("kWh"),
      serviceAddress: value,
      updated: value,
      timeOfUse: word,
      timeOfUseBreakdown: fc.array(part, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .chain((known) => fc.dictionary(fc.string(), value, { maxKeys: 3 }).map((other) => ({ ...other, ...known })));

describe.each(PAIRS)("%s to %s", (from, to) => {
  test("upgrade and downgrade lose only what the report calls lost", () => {
    fc.assert(
      fc.property(row, (before) => {
        const upgraded = upgradeUsage([before], { from, to });

        const [after = {}] = downgradeUsage(upgraded.rows, { from: to, to: from }).rows;

        for (const [field, original] of Object.entries(before)) {
          if (upgraded.report.lost[field] !== undefined) continue;
          // An empty breakdown beside a word was replaced by the one that says the word.
          if (upgraded.report.derived[field] !== undefined && Array.isArray(original)) continue;
          // Fields that only the target knows are unknown to the source.
          if (upgraded.report.kept[field] !== undefined && !Object.hasOwn(after, field)) continue;
          expect(Object.entries(after)).toContainEqual([field, original]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("twice is once, and each row stays a row at its position", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (before) => {
        const once = upgradeUsage(before, { from, to }).rows;

        expect(upgradeUsage(once, { from, to }).rows).toEqual(once);
        expect(once.map((one) => Reflect.get(one, "usage"))).toEqual(before.map(({ usage }) => usage));
      }),
      { numRuns: 200 },
    );
  });

  test("valid rows and documents of the source are valid in the target", () => {
    const [usage, upgradedUsage] = [readShape(from, "/usage/{}"), readShape(to, "/usage/{}")];
    const [documents, upgradedDocuments] = [readShape(from, "/document/{}"), readShape(to, "/document/{}")];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [old] = [usage.sample(seed)];
        expect(usage.validate(old)).toEqual([]);

        const [one] = upgradeUsage([old], { from, to }).rows;
        const [document] = upgradeDocuments([documents.sample(seed)], { from, to }).rows;

        expect(upgradedUsage.validate(toJson(one)).filter(isNotAboutAbsence)).toEqual([]);
        expect(upgradedDocuments.validate(toJson(document)).filter(isNotAboutAbsence)).toEqual([]);
        expect(Object.keys(one ?? {}).filter((field) => !upgradedUsage.fields.has(field))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** A target may require a field that no row of the source has; the report lists it as added. */
function isNotAboutAbsence({ message }: SchemaProblem): boolean {
  return !message.startsWith("must have required property");
}
