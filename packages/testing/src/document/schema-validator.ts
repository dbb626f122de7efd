import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";

/** What is wrong with one place of a value. */
export interface SchemaProblem {
  /** JSON pointer into the value; empty for the value itself. */
  readonly at: string;
  /** What is wrong, without the place: `must be one of PENDING, COMPLETED`. */
  readonly message: string;
}

/** Says what is wrong with a value under a schema of the document; empty when nothing is. */
export type SchemaValidator = (schema: Json, value: Json) => readonly SchemaProblem[];

const ROOT = "nectar:components";

/** Validates under JSON Schema 2020-12, whatever dialect a mock server reads the document in. Each schema is compiled once, when first used. */
export function createSchemaValidator(document: JsonObject): SchemaValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });
  addFormats.default(ajv);
  // OpenAPI's own: a decimal number as a string, and content that JSON cannot hold.
  ajv.addFormat("decimal", /^-?\d+(\.\d+)?$/);
  ajv.addFormat("binary", true);
  const components = isObject(document["components"]) ? document["components"] : {};
  ajv.addSchema({ $id: ROOT, $defs: withLocalReferences(components["schemas"] ?? {}) });
  const compiled = new Map<Json, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(asSchema(withLocalReferences(schema)));
    compiled.set(schema, validate);
    return validate(value) ? [] : problemsOf(validate.errors ?? []);
  };
}

/** A failed union reports each of its branches as well; the messages of the deepest place say most. */
function problemsOf(errors: readonly ErrorObject[]): SchemaProblem[] {
  const problems = errors.map((error) => ({ at: error.instancePath, message: messageOf(error) }));
  const seen = new Set<string>();
  return problems.filter(({ at, message }) => {
    const key = `${at} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function messageOf({ keyword, params, message = "is not valid" }: ErrorObject): string {
  const allowed: unknown = params["allowedValues"];
  if (keyword === "enum" && Array.isArray(allowed)) return `must be one of ${allowed.map(String).join(", ")}`;
  return message;
}

/** The schema with its references leading to where the components stand here. */
function withLocalReferences(node: Json): Json {
  if (isArray(node)) return node.map(withLocalReferences);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, Json] => {
    if (key !== "$ref" || typeof value !== "string") return [key, withLocalReferences(value)];
    return [key, value.replace("#/components/schemas/", `${ROOT}#/$defs/`)];
  });
  return Object.fromEntries(entries);
}

function asSchema(schema: Json): boolean | JsonObject {
  if (typeof schema === "boolean" || isObject(schema)) return schema;
  throw new TypeError(`${JSON.stringify(schema)} is no schema`);
}
