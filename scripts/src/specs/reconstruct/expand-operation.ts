import { asObject, asString, isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import type { Tagged } from "./source.ts";

/** What every operation of the documents carries. */
export interface OperationDefaults {
  /** Name of the security scheme. */
  readonly security: string;
  /** Status → name of the shared error response. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The media types that the backend declares for every JSON body; where only the JSON one was seen, the twins are inferred. */
const TWINS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** A path item of the source as OpenAPI. Path parameters follow from the template. */
export function expandPathItem(path: string, { tag, item }: Tagged, defaults: OperationDefaults): JsonObject {
  return Object.fromEntries(
    Object.keys(item).map((method) => {
      const where = `paths.${path}.${method}`;
      return [method, expandOperation(path, tag, asObject(item[method], where), defaults, where)];
    }),
  );
}

/** A webhook of the source as OpenAPI. */
export function expandWebhook(event: string, { tag, item }: Tagged): JsonObject {
  const { payload, ...rest } = item;
  const schema = asString(payload, `webhooks.${event}.payload`);
  const operation: JsonObject = {
    ...rest,
    operationId: `webhook_${event.replaceAll(".", "_")}`,
    tags: [tag],
    // The receiver's own answer: Nectar takes any 2xx within 15 seconds as delivered.
    requestBody: { required: true, content: { "application/json": { schema: reference("schemas", schema) } } },
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
  const parameters = [...pathParameters(path), ...names(query, where)].map((name) => reference("parameters", name));
  return {
    tags: [tag],
    ...rest,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: expandBody(body, where) }),
    responses: {
      ...expandAnswers(asObject(answers, `${where}.answers`), where),
      ...Object.fromEntries([...defaults.errors].map(([status, name]) => [status, reference("responses", name)])),
    },
    security: [{ [defaults.security]: [] }],
  };
}

/** `/usage/{usage_data_id}` → `["UsageDataId"]`. */
function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) =>
    name.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase()),
  );
}

function names(list: Json | undefined, where: string): string[] {
  return isArray(list) ? list.map((name) => asString(name, `${where}.query`)) : [];
}

function expandBody(body: Json, where: string): JsonObject {
  const short: JsonObject = typeof body === "string" ? { schema: body } : asObject(body, `${where}.body`);
  const schema = reference("schemas", asString(short["schema"], `${where}.body.schema`));
  const only = short["only"];
  if (typeof only === "string") return { required: true, content: { [only]: { schema } } };
  const twin: JsonObject = short["twins"] === "seen" ? { schema } : { schema, "x-evidence": "inferred" };
  return {
    required: short["required"] ?? true,
    content: { "application/json": { schema }, ...Object.fromEntries(TWINS.map((type) => [type, twin])) },
  };
}

function expandAnswers(answers: JsonObject, where: string): JsonObject {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, expandAnswer(answer, `${where}.answers.${status}`)]),
  );
}

function expandAnswer(answer: Json, where: string): JsonObject {
  if (!isObject(answer)) return expandAnswer(answer === null ? { content: null } : { schema: answer }, where);
  const evidence = answer["x-evidence"];
  return {
    ...(evidence !== undefined && { "x-evidence": evidence }),
    ...(answer["content"] === null
      ? { description: "Done; no content." }
      : { description: "Done.", content: { "application/json": { schema: answerSchema(answer, where) } } }),
  };
}

function answerSchema(answer: JsonObject, where: string): JsonObject {
  const { array, schema } = answer;
  if (array !== undefined) return { type: "array", items: reference("schemas", asString(array, `${where}.array`)) };
  return reference("schemas", asString(schema, where));
}

function reference(section: string, name: string): JsonObject {
  return { $ref: `#/components/${section}/${name}` };
}
