import { asObject, asString, isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Tagged } from "./source.ts";

/** The parts that every operation of the documents has. */
export interface OperationDefaults {
  /** Name of the security scheme. */
  readonly security: string;
  /** Status → name of the shared error response. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The backend declares these media types beside JSON for every body. Where a page shows JSON only, they are inferred. */
const TWINS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** Expands a path item of the source to OpenAPI. Path parameters follow from the template. */
export function expandPathItem(path: string, { tag, item }: Tagged, defaults: OperationDefaults): JsonObject {
  const operations = Object.entries(item).map(([method, value]) => {
    const where = `paths.${path}.${method}`;
    return [method, expandOperation(path, tag, asObject(value, where), defaults, where)];
  });
  return Object.fromEntries(operations);
}

/** Expands a webhook of the source to OpenAPI. */
export function expandWebhook(event: string, { tag, item }: Tagged): JsonObject {
  const { payload, ...rest } = item;
  const schema = toReference("schemas", payload, `webhooks.${event}.payload`);
  const operation: JsonObject = {
    ...rest,
    operationId: `webhook_${event.replaceAll(".", "_")}`,
    tags: [tag],
    requestBody: { required: true, content: { "application/json": { schema } } },
    // The receiver sends this response.
    responses: { "200": { description: "Any 2xx within 15 seconds counts as delivered." } },
    security: [],
  };
  return { post: operation };
}

function expandOperation(
  path: string,
  tag: string,
  operation: JsonObject,
  defaults: OperationDefaults,
  where: string,
): JsonObject {
  const { body, query, answers, ...rest } = operation;
  const named = [...listPathParameters(path), ...(isArray(query) ? query : [])];
  const parameters = named.map((name) => toReference("parameters", name, `${where}.query`));
  const responses = Object.entries(asObject(answers, `${where}.answers`)).map(([status, response]) => [
    status,
    expandResponse(response, `${where}.answers.${status}`),
  ]);
  const errors = [...defaults.errors].map(([status, name]) => [status, toReference("responses", name, where)]);
  return {
    tags: [tag],
    ...rest,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: expandBody(body, where) }),
    responses: Object.fromEntries([...responses, ...errors]),
    security: [{ [defaults.security]: [] }],
  };
}

/** `/usage/{usage_data_id}` → `["UsageDataId"]`. */
function listPathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) =>
    name.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase()),
  );
}

function expandBody(body: Json, where: string): JsonObject {
  const short: JsonObject = typeof body === "string" ? { schema: body } : asObject(body, `${where}.body`);
  const schema = toReference("schemas", short["schema"], `${where}.body.schema`);
  const only = short["only"];
  if (typeof only === "string") return { required: true, content: { [only]: { schema } } };
  const twin: JsonObject = short["twins"] === "seen" ? { schema } : { schema, "x-evidence": "inferred" };
  return {
    required: short["required"] ?? true,
    content: { "application/json": { schema }, ...Object.fromEntries(TWINS.map((type) => [type, twin])) },
  };
}

function expandResponse(response: Json, where: string): JsonObject {
  if (!isObject(response)) return expandResponse(response === null ? { content: null } : { schema: response }, where);
  const { "x-evidence": evidence, content, array, schema } = response;
  const marked = evidence === undefined ? {} : { "x-evidence": evidence };
  if (content === null) return { ...marked, description: "Done; no content." };
  const shape =
    array === undefined
      ? toReference("schemas", schema, where)
      : { type: "array", items: toReference("schemas", array, `${where}.array`) };
  return { ...marked, description: "Done.", content: { "application/json": { schema: shape } } };
}

function toReference(section: string, name: unknown, where: string): JsonObject {
  return { $ref: `#/components/${section}/${asString(name, where)}` };
}
