import { isArray, isObject, type Json, objectIn, resolve } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "@nectar-sdk/testing/document";
import { type CallRequest, listCallRequests } from "./call-request.ts";

/** A call that violates one rule of the document. */
export interface Negative {
  readonly name: string;
  readonly request: CallRequest;
  readonly withoutKey: boolean;
  /** Statuses that show that the rule was enforced. */
  readonly refusedWith: readonly number[];
}

/** Prism's statuses for requests that violate the document. */
const INVALID = [400, 422];

/** Lists one violation of each rule of an operation: key, required fields, enums and formats of path, query and body. */
export function listNegatives(document: ApiDocument, operation: Operation): Negative[] {
  const requests = listCallRequests(document, operation);
  const [plain] = requests;
  const full = requests.find(({ query }) => Object.keys(query).length > 0) ?? plain;
  const broken: Negative[] = [];
  const add = (name: string, request: CallRequest): void => {
    broken.push({ name: `${operation.name}: ${name}`, request, withoutKey: false, refusedWith: INVALID });
  };
  if (operation.isSecured)
    broken.push({ name: `${operation.name}: no key`, request: plain, withoutKey: true, refusedWith: [401] });

  for (const { name, in: place, schema, required } of operation.parameters) {
    if (place !== "path" && place !== "query") continue;
    const wrong = findWrongValue(document, schema);
    if (wrong !== undefined)
      add(`${wrong.rule} of ${name}`, { ...full, [place]: { ...full[place], [name]: wrong.value } });
    if (required && place === "query") add(`no ${name}`, { ...full, query: without(full.query, name) });
  }

  const content = operation.body?.content.get("application/json") ?? operation.body?.content.values().next().value;
  if (content === undefined) return broken;
  const { body } = plain;
  if (operation.body?.required === true) add("no body", { ...plain, body: undefined });
  if (!isObject(body)) return broken;
  const schema = resolve(document.json, content.schema);
  for (const name of isArray(schema["required"]) ? schema["required"].map(String) : [])
    add(`no ${name} in the body`, { ...plain, body: without(body, name) });
  // All values of a form are text, so only JSON has values of a wrong type.
  if (!operation.body?.content.has("application/json")) return broken;
  for (const [name, property] of Object.entries(objectIn(schema, "properties"))) {
    const wrong = findWrongValue(document, property);
    if (wrong !== undefined)
      add(`${wrong.rule} of ${name} in the body`, { ...plain, body: { ...body, [name]: wrong.value } });
  }
  return broken;
}

/** Returns a value that violates a schema, if a string can. */
function findWrongValue(
  document: ApiDocument,
  schema: Json,
): { readonly rule: string; readonly value: Json } | undefined {
  const wrong = "~ no such value ~";
  if (document.validate(schema, wrong).length === 0) {
    const inList = document.validate(schema, [wrong]);
    return inList.length > 0 && document.validate(schema, []).length === 0
      ? { rule: "a wrong item", value: [wrong] }
      : undefined;
  }
  if (document.validate(schema, [wrong]).length > 0 && document.validate(schema, []).length === 0)
    return { rule: "a wrong item", value: [wrong] };
  const { enum: values, format } = resolve(document.json, schema);
  return {
    rule: values !== undefined ? "a wrong enum value" : format !== undefined ? "a bad format" : "a wrong type",
    value: wrong,
  };
}

function without<Value>(object: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
