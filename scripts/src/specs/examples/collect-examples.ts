import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { resolveObject } from "@nectar-sdk/openapi/schema";

/** One named example of a document with the schema that it has to follow. */
export interface Example {
  readonly operationId: string;
  readonly place: "request" | "response" | "webhook" | "parameter";
  /** Status of the response, or name of the parameter; empty otherwise. */
  readonly detail: string;
  readonly name: string;
  readonly schema: Json;
  readonly value: Json;
}

/** A request body, response or webhook payload that declares content. */
export interface Slot {
  readonly operationId: string;
  readonly place: Example["place"];
  readonly detail: string;
  readonly examples: readonly Example[];
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every place of a document that wants an example, with the examples that it has. */
export function collectSlots(document: JsonObject): Slot[] {
  const paths = operationsOf(document, "paths");
  const webhooks = operationsOf(document, "webhooks");
  return [
    ...paths.flatMap((operation) => [
      ...parameterSlots(document, operation),
      ...requestSlot(document, operation, "request"),
      ...responseSlots(document, operation),
    ]),
    ...webhooks.flatMap((operation) => requestSlot(document, operation, "webhook")),
  ];
}

/** How messages call an example. */
export function nameOf({ operationId, place, detail, name }: Example): string {
  return [operationId, place, detail, name].filter((part) => part !== "").join(" ");
}

interface Operation {
  readonly id: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
}

function operationsOf(document: JsonObject, section: string): Operation[] {
  return Object.entries(resolveObject(document, document[section])).flatMap(([path, value]) => {
    const item = resolveObject(document, value);
    return METHODS.filter((method) => Object.hasOwn(item, method)).map((method) => {
      const operation = resolveObject(document, item[method]);
      const { operationId } = operation;
      return { id: typeof operationId === "string" ? operationId : `${method} ${path}`, item, operation };
    });
  });
}

function responseSlots(document: JsonObject, { id, operation }: Operation): Slot[] {
  const responses = Object.entries(resolveObject(document, operation["responses"]));
  return responses.flatMap(([status, value]) => {
    const { content } = resolveObject(document, value);
    return content === undefined ? [] : [slot(document, id, "response", status, content)];
  });
}

function requestSlot(document: JsonObject, { id, operation }: Operation, place: "request" | "webhook"): Slot[] {
  const { content } = resolveObject(document, operation["requestBody"]);
  return content === undefined ? [] : [slot(document, id, place, "", content)];
}

function parameterSlots(document: JsonObject, { id, item, operation }: Operation): Slot[] {
  const lists = [item["parameters"], operation["parameters"]].filter(isArray);
  return lists.flat().flatMap((value) => {
    const parameter = resolveObject(document, isObject(value) ? value : {});
    const examples = examplesOf(document, id, "parameter", String(parameter["name"]), parameter);
    return examples.length === 0
      ? []
      : [{ operationId: id, place: "parameter" as const, detail: String(parameter["name"]), examples }];
  });
}

function slot(document: JsonObject, operationId: string, place: Slot["place"], detail: string, content: Json): Slot {
  const media = Object.values(resolveObject(document, content)).map((value) => resolveObject(document, value));
  const examples = media.flatMap((item) => examplesOf(document, operationId, place, detail, item));
  return { operationId, place, detail, examples };
}

function examplesOf(
  document: JsonObject,
  operationId: string,
  place: Example["place"],
  detail: string,
  holder: JsonObject,
): Example[] {
  const named = Object.entries(resolveObject(document, holder["examples"])).map(
    ([name, value]) => [name, resolveObject(document, value)["value"] ?? null] as const,
  );
  const single = holder["example"] === undefined ? [] : [["", holder["example"]] as const];
  const schema = holder["schema"] ?? true;
  return [...single, ...named].map(([name, value]) => ({ operationId, place, detail, name, schema, value }));
}
