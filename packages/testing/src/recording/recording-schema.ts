import type { JsonObject } from "@nectar-sdk/openapi/document";
import { VIOLATION_CODES } from "../check/violation.ts";
import { defineObject } from "./object-schema.ts";
import { METHOD_PATTERN, PATH_PATTERN } from "./request-syntax.ts";

const text: JsonObject = { type: "string" };
const method: JsonObject = { type: "string", pattern: METHOD_PATTERN };
const path: JsonObject = { type: "string", pattern: PATH_PATTERN };
const headers: JsonObject = { type: "object", additionalProperties: text };

const body: JsonObject = {
  oneOf: [
    defineObject({ json: {} }),
    defineObject({ text }),
    defineObject({ form: { type: "array", items: defineObject({ name: text, value: text }) } }),
    defineObject({
      parts: {
        type: "array",
        items: {
          oneOf: [
            defineObject({ name: text, text }),
            defineObject({
              name: text,
              file: defineObject({
                fileName: text,
                contentType: text,
                size: { type: "integer", minimum: 0 },
                "base64?": text,
              }),
            }),
          ],
        },
      },
    }),
    defineObject({ base64: text }),
    defineObject({ omitted: text }),
  ],
};

/** Schema of a violation in recordings and reports. */
export const VIOLATION_PROPERTIES: Readonly<Record<string, JsonObject>> = {
  code: { enum: Object.keys(VIOLATION_CODES) },
  side: { enum: ["request", "response"] },
  "operation?": text,
  at: text,
  message: text,
  severity: { enum: ["error", "note"] },
};

/** JSON Schema (2020-12) of a recording file. */
export const RECORDING_SCHEMA: JsonObject = defineObject({
  format: { const: 1 },
  api: { type: "string", pattern: "^v\\d+\\.\\d+$" },
  specSha256: text,
  interactions: {
    type: "array",
    items: defineObject({
      "operation?": text,
      request: defineObject({ method, path, headers, "body?": body }),
      "response?": defineObject({ status: { type: "integer", minimum: 0 }, headers, "body?": body }),
      "failure?": text,
      violations: { type: "array", items: defineObject(VIOLATION_PROPERTIES) },
    }),
  },
});
