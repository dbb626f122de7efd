import { expect, test } from "vitest";
import { findUnseenParts, formatEvidence, insertEvidence } from "./evidence.ts";

const document = {
  paths: {
    "/ping": { get: { "x-evidence": "seen" } },
    "/webhook": {
      get: { "x-evidence": "assumed", requestBody: { content: { "text/x": { "x-evidence": "inferred" } } } },
    },
    "/job": { get: { "x-evidence": "seen", responses: { 200: { "x-evidence": "inferred" } } } },
  },
  components: {
    schemas: { Meter: { "x-evidence": "seen", properties: { timeOfUse: { "x-evidence": "inferred" } } } },
    parameters: { Page: { "x-evidence": "inferred" } },
  },
};

test("every part that is not seen is named by its operation or field, media types apart", () => {
  expect(findUnseenParts(document)).toEqual([
    { place: "`GET /webhook`", evidence: "assumed" },
    { place: "`GET /job`, response 200", evidence: "inferred" },
    { place: "`Meter.timeOfUse`", evidence: "inferred" },
    { place: "parameter `Page`", evidence: "inferred" },
  ]);
});

test("the list names versions only where not all of them share an entry", () => {
  const table = formatEvidence(
    new Map([
      ["v1", [{ place: "`A`", evidence: "assumed" }]],
      [
        "v2",
        [
          { place: "`A`", evidence: "assumed" },
          { place: "`B`", evidence: "inferred" },
        ],
      ],
    ]),
  );
  expect(table).toBe("### assumed (1)\n\n- `A`\n\n### inferred (1)\n\n- `B` (v2)");
});

test("the list replaces the text between the markers only", () => {
  const readme = "before\n<!-- evidence:begin -->\nold\n<!-- evidence:end -->\nafter\n";
  const once = insertEvidence(readme, "new");
  expect(once).toBe("before\n<!-- evidence:begin -->\n\nnew\n\n<!-- evidence:end -->\nafter\n");
  expect(insertEvidence(once, "new")).toBe(once);
  expect(() => insertEvidence("no markers", "new")).toThrow("are missing");
});
