import { type JsonObject, objectIn, toOperationKey } from "@nectar-sdk/openapi/document";

/** Adds operations to their paths. A path that the document spells in another way does not change. */
export function withOperations(document: JsonObject, paths: JsonObject): JsonObject {
  const known = objectIn(document, "paths");
  const keys = new Map(Object.keys(known).map((path) => [toOperationKey("get", path), path]));
  const added = Object.entries(paths).flatMap(([path, item]) => {
    const spelled = keys.get(toOperationKey("get", path)) ?? path;
    return spelled === path ? [[path, { ...Object(item), ...objectIn(known, path) }] as const] : [];
  });
  return { ...document, paths: { ...known, ...Object.fromEntries(added) } };
}

/** An operation with a response, or with none. */
export function operationOf(
  document: JsonObject,
  operationId: string,
  schema: JsonObject | undefined,
  parameters: readonly JsonObject[],
): JsonObject {
  const security = Object.keys(objectIn(objectIn(document, "components"), "securitySchemes")).map((name) => ({
    [name]: [],
  }));
  const response =
    schema === undefined
      ? { "204": { description: "No response body" } }
      : { "200": { description: "", content: { "application/json": { schema } } } };
  return { operationId, description: "Tariffs.", tags: ["Tariffs"], parameters, security, responses: response };
}

/** The required body of an operation. */
export function withBody(operation: JsonObject, schema: JsonObject): JsonObject {
  return { ...operation, requestBody: { required: true, content: { "application/json": { schema } } } };
}

/** A path parameter. */
export function inPath(name: string): JsonObject {
  return { name, in: "path", required: true, schema: { type: "string" } };
}
