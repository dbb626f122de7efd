import type { JsonObject } from "@nectar-sdk/openapi/document";
import { defineObject } from "../recording/object-schema.ts";
import { VIOLATION_PROPERTIES } from "../recording/recording-schema.ts";

const text: JsonObject = { type: "string" };
const count: JsonObject = { type: "integer", minimum: 0 };

/** JSON Schema (2020-12) of a report in `json` format. */
export const REPORT_SCHEMA: JsonObject = defineObject({
  format: { const: 1 },
  kind: { const: "nectar-contract-report" },
  api: text,
  specSha256: text,
  "subject?": text,
  "incomplete?": text,
  summary: defineObject({ calls: count, errors: count, notes: count }),
  operations: {
    type: "array",
    items: defineObject({
      "operation?": text,
      name: text,
      method: text,
      path: text,
      calls: count,
      violations: {
        type: "array",
        items: defineObject({ ...VIOLATION_PROPERTIES, count: { type: "integer", minimum: 1 } }),
      },
    }),
  },
  leftOut: { type: "array", items: defineObject({ operation: text, name: text, reason: text }) },
  coverage: defineObject({
    api: text,
    operations: {
      type: "object",
      additionalProperties: defineObject({
        operationId: text,
        declared: { type: "array", items: text },
        seen: { type: "object", additionalProperties: count },
      }),
    },
    totals: defineObject({ operations: count, seenOperations: count, statuses: count, seenStatuses: count }),
  }),
});
