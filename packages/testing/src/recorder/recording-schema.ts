import type { JsonObject } from "../document/json.ts";

const text: JsonObject = { type: "string" };
const headers: JsonObject = { type: "object", additionalProperties: text };

/** An object with just these properties; those that end with `?` may be absent. */
function object(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  const entries = Object.entries(properties);
  return {
    type: "object",
    required: entries.flatMap(([name]) => (name.endsWith("?") ? [] : [name])),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ""), schema])),
    additionalProperties: false,
  };
}

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

const violation: JsonObject = object({
  code: text,
  side: { enum: ["request", "response"] },
  "operation?": text,
  at: text,
  message: text,
  severity: { enum: ["error", "note"] },
});

/** JSON Schema (2020-12) of a recording on disk. */
export const RECORDING_SCHEMA: JsonObject = object({
  format: { const: 1 },
  api: { type: "string", pattern: "^v\\d+\\.\\d+$" },
  specSha256: text,
  interactions: {
    type: "array",
    items: object({
      "operation?": text,
      request: object({ method: text, path: text, headers, "body?": body }),
      "response?": object({ status: { type: "integer", minimum: 100, maximum: 599 }, headers, "body?": body }),
      "failure?": text,
      violations: { type: "array", items: violation },
    }),
  },
});
