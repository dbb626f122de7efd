import { isArray, isObject, type Json, type JsonObject, pointerTo, valueAt } from "@nectar-sdk/openapi/document";

/** Values below these keys are data, in which `$ref` is an ordinary name. */
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

/**
 * Returns why a document cannot be compared, with the cure; `undefined` if it can. It may still be invalid: the comparison takes a value
 * of the wrong type as absent.
 */
export function checkDocument(document: JsonObject): string | undefined {
  return checkVersion(document) ?? checkSections(document) ?? checkReferences(document);
}

function checkVersion(document: JsonObject): string | undefined {
  if (document["swagger"] !== undefined) {
    return `is Swagger ${JSON.stringify(document["swagger"])}; convert it to OpenAPI 3 first, for example with npx swagger2openapi`;
  }
  const version = document["openapi"];
  if (typeof version !== "string") return "has no `openapi` version; expected an OpenAPI 3.0 or 3.1 document";
  if (/^3\.2(\.|$)/.test(version)) return "is OpenAPI 3.2, which is not supported; save it as OpenAPI 3.1";
  if (/^3\.[01](\.|$)/.test(version)) return undefined;
  return `is OpenAPI ${JSON.stringify(version)}; expected OpenAPI 3.0 or 3.1`;
}

function checkSections(document: JsonObject): string | undefined {
  for (const section of ["info", "paths", "webhooks", "components"]) {
    const value = document[section];
    if (value !== undefined && !isObject(value)) {
      return `has ${describe(value)} as \`${section}\`; write an object, {} if there is none`;
    }
  }
  if (["paths", "webhooks", "components"].some((section) => document[section] !== undefined)) return undefined;
  return "has no `paths`; expected an OpenAPI 3.0 or 3.1 document";
}

function describe(value: Json): string {
  if (value === null) return "null";
  return isArray(value) ? "a list" : `a ${typeof value}`;
}

/** Only references inside the document can be followed: no command reads a file or an address that a document names. */
function checkReferences(document: JsonObject): string | undefined {
  const pending: [node: Json, pointer: string][] = [[document, "#"]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, pointer] = next;
    const reference = valueAt(node, "$ref");
    if (typeof reference === "string" && reference !== "#" && !reference.startsWith("#/")) {
      return `refers to ${JSON.stringify(reference)} at ${pointer}, outside the document; bundle it first, for example with npx @redocly/cli bundle`;
    }
    for (const [key, child] of listChildren(node)) {
      if (!DATA.has(key) && !key.startsWith("x-")) pending.push([child, pointerTo(pointer, key)]);
    }
  }
  return undefined;
}

function listChildren(node: Json): [string, Json][] {
  if (isArray(node)) return node.map((item, index) => [String(index), item]);
  return isObject(node) ? Object.entries(node) : [];
}
