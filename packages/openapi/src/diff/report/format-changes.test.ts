import { expect, test } from "vitest";
import type { JsonObject } from "../../document/json.ts";
import { diffDocuments } from "../diff-documents.ts";
import { countChanges, formatChanges } from "./format-changes.ts";

const schemas = (limit: number, unused: string) => ({
  components: { schemas: { Limit: { type: "integer", maximum: limit }, Unused: { type: unused } } },
});

const paths = (parameter: string, description: string): JsonObject => ({
  paths: {
    [`/site/{${parameter}}`]: {
      get: {
        operationId: "site_read",
        description,
        parameters: [{ name: parameter, in: "path", required: true, schema: { $ref: "#/components/schemas/Limit" } }],
      },
    },
  },
});

const changes = diffDocuments(
  { ...paths("id", "A long text that says what a site is, and ends in one way."), ...schemas(9, "string") },
  { ...paths("site_id", "A long text that says what a site is, and ends in another."), ...schemas(5, "boolean") },
);

test("changes are listed below their operation or schema, one line each, with severity and place", () => {
  expect(formatChanges(changes)).toEqual([
    "GET /site/{site_id} (site_read)",
    "  text      text changed: description: …site is, and ends in one way. → description: …site is, and ends in another.",
    "  breaking  path site_id: path parameter renamed: id → site_id",
    "Limit (used by site_read)",
    "  breaking  request constraint tightened: maximum: 9 → maximum: 5",
    "Unused (not used)",
    "  breaking  type changed: string → boolean",
  ]);
});

test("the count lists the severities that occur, worst first", () => {
  expect(countChanges(changes)).toBe("4 changes: 3 breaking, 1 text");
  expect(countChanges(changes.slice(0, 1))).toBe("1 change: 1 text");
  expect(countChanges([])).toBe("0 changes");
});
