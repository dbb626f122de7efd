import { VIOLATION_CODES } from "../check/violation.ts";
import type { JsonObject } from "../document/json.ts";
import { object } from "./object-schema.ts";
import { METHOD_PATTERN, PATH_PATTERN } from "./request-syntax.ts";

const text: JsonObject = { type: "string" };
const method: JsonObject = { type: "string", pattern: METHOD_PATTERN };
const path: JsonObject = { type: "string", pattern: PATH_PATTERN };
const headers: JsonObject = { type: "object", additionalProperties: text };

const body: JsonObject = {
  oneOf: [
    object({ json: {} }),
    object({ text }),
    object({ form: { type: "array", items: object({ name: text, value: text }) } }),
    object({
      parts: {
        type: "array",
        items: {
          oneOf: [
            object({ name: text, text }),
            object({
              name: text,
              file: object({
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
    object({ base64: text }),
    object({ omitted: text }),
  ],
};

/** What a violation is on disk, also in reports. */
export const VIOLATION_PROPERTIES: Readonly<Record<string, JsonObject>> = {
  code: { enum: Object.keys(VIOLATION_CODES) },
  side: { enum: ["request", "response"] },
  "operation?": text,
  at: text,
  message: text,
  severity: { enum: ["error", "note"] },
};

/** JSON Schema (2020-12) of a recording on disk. */
export const RECORDING_SCHEMA: JsonObject = object({
  format: { const: 1 },
  api: { type: "string", pattern: "^v\\d+\\.\\d+$" },
  specSha256: text,
  interactions: {
    type: "array",
    items: object({
      "operation?": text,
      request: object({ method, path, headers, "body?": body }),
      "response?": object({ status: { type: "integer", minimum: 0 }, headers, "body?": body }),
      "failure?": text,
      violations: { type: "array", items: object(VIOLATION_PROPERTIES) },
    }),
  },
});
