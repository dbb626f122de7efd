import type { Json, JsonObject } from "@nectar-sdk/openapi/document";

/** A path template with the string parameters that it needs. */
export function pathParameters(...names: string[]): JsonObject[] {
  return names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
}

/** A success response with a schema. */
export function answering(schema: Json): JsonObject {
  return { responses: { "200": { description: "Done.", content: { "application/json": { schema } } } } };
}

/** The smallest document that passes every check: `paths` and `components` are what a test is about. */
export function smallDocument(paths: JsonObject, components: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return { openapi: "3.1.0", info: { title: "Small API", version: "1" }, paths, components, ...more };
}

/** A document with these component schemas, each the response of one operation, so that everything refers to it. */
export function documentOf(schemas: JsonObject, more: JsonObject = {}): JsonObject {
  const paths = Object.keys(schemas).map((name, index): [string, Json] => [
    `/thing/${index}`,
    {
      get: {
        operationId: `thing_${index}`,
        tags: ["things"],
        ...answering({ $ref: `#/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` }),
      },
    },
  ]);
  return smallDocument(Object.fromEntries(paths), { schemas }, more);
}
