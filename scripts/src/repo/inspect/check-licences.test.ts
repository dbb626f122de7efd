import { expect, test } from "vitest";
import { checkLicences, readLicenceRules } from "./check-licences.ts";

const RULES = readLicenceRules({ allowed: ["MIT", "Apache-2.0"], packages: { swift: "Only for tests." } });
const SWIFT = { "MPL-2.0": [{ name: "swift" }, { name: "swift-linux-x64" }] };

test("an allowed licence, one of several, and a package with a reason are fine", () => {
  const report = { MIT: [{ name: "a" }], "(GPL-3.0-only OR Apache-2.0)": [{ name: "b" }], ...SWIFT };
  expect(checkLicences(report, RULES)).toEqual([]);
});

test.each(["GPL-3.0-only", "MIT AND GPL-3.0-only", "Unknown", "SEE LICENSE IN LICENSE.md", ""])(
  "the licence %j needs a reason",
  (licence) => {
    const fix = "replace it, or explain it in tools/inspect/licences.yaml";
    expect(checkLicences({ [licence]: [{ name: "swiftly" }], ...SWIFT }, RULES)).toEqual([
      `swiftly has the licence ${licence}; ${fix}`,
    ]);
  },
);

test("a reason without its package, and a report without packages are problems", () => {
  expect(checkLicences({ MIT: [{ name: "a" }] }, RULES)).toEqual([
    "no dependency is called swift any more; remove it from tools/inspect/licences.yaml",
  ]);
  expect(checkLicences({}, RULES)).toEqual(["pnpm licenses lists no package; run `pnpm install`"]);
});

test.each([
  [{ allowed: "MIT" }, "`allowed` must be a list of SPDX identifiers"],
  [{ allowed: [] }, "`allowed` must be a list of SPDX identifiers"],
  [{ allowed: ["MIT"], packages: { swift: "" } }, "swift needs a reason"],
])("the rules %j are refused", (rules, message) => {
  expect(() => readLicenceRules(rules)).toThrow(`licences.yaml: ${message}`);
});
