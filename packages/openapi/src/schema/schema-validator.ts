import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isArray, isObject, type Json, type JsonObject } from "../document/json.ts";

/** Says what is wrong with a value under a schema of the document; empty when nothing is. */
export type SchemaValidator = (schema: Json, value: Json) => string[];

const ROOT = "nectar:components";

/** Validates under JSON Schema 2020-12, strictly: a keyword or format that ajv does not know is an error too. */
export function createSchemaValidator(document: JsonObject): SchemaValidator {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  addFormats.default(ajv);
  // OpenAPI's own: a decimal number as a string.
  ajv.addFormat("decimal", /^-?\d+(\.\d+)?$/);
  ajv.addVocabulary(extensionsIn(document["components"] ?? null));
  const components = isObject(document["components"]) ? document["components"] : {};
  ajv.addSchema({ $id: ROOT, $defs: withLocalRefs(components["schemas"] ?? {}) });
  // One compilation for each schema object, however many examples follow it.
  const compiled = new Map<Json, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(asSchema(withLocalRefs(schema)));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message ?? "is not valid"}`);
  };
}

/** The schema with its references leading to where the components stand here. */
function withLocalRefs(node: Json): Json {
  if (isArray(node)) return node.map(withLocalRefs);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, Json] => {
    if (key !== "$ref" || typeof value !== "string") return [key, withLocalRefs(value)];
    return [key, value.replace("#/components/schemas/", `${ROOT}#/$defs/`)];
  });
  return Object.fromEntries(entries);
}

function asSchema(schema: Json): boolean | JsonObject {
  if (typeof schema === "boolean" || isObject(schema)) return schema;
  throw new TypeError(`${JSON.stringify(schema)} is no schema`);
}

function extensionsIn(node: Json): string[] {
  const found = new Set<string>();
  const visit = (value: Json): void => {
    if (isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith("x-")) found.add(key);
      visit(child);
    }
  };
  visit(node);
  return [...found];
}
