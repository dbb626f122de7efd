import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { RegExpEngine } from "ajv/dist/types/index.js";
import addFormats from "ajv-formats";
import { isArray, isObject, type Json, type JsonObject, mapValues, objectIn } from "../document/json.ts";
import { compilePattern } from "./compile-pattern.ts";

/** A problem at one place of a value. */
export interface SchemaProblem {
  /** JSON pointer into the value; empty for the value itself. */
  readonly at: string;
  /** Describes the problem without the place: `must be one of PENDING, COMPLETED`. */
  readonly message: string;
}

/** Returns the problems of a value under a schema of the document; empty if it is valid. */
export type SchemaValidator = (schema: Json, value: Json) => readonly SchemaProblem[];

const ROOT = "nectar:components";

/**
 * Creates a validator for the schemas of a document (JSON Schema 2020-12). It compiles each schema once, on first use.
 *
 * @throws {Error} on use, when a schema is not valid
 */
export function createSchemaValidator(document: JsonObject): SchemaValidator {
  const ajv = new Ajv2020({
    strict: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    // A property may be called constructor, which every object inherits.
    ownProperties: true,
    // Documents may use formats and keywords that JSON Schema does not define.
    logger: false,
    // 1.13 is a multiple of 0.01, although the division has a remainder.
    multipleOfPrecision: 9,
    code: { regExp: createExpression },
  });
  addFormats.default(ajv);
  // Formats of OpenAPI: a decimal number as a string, and content that JSON cannot contain.
  ajv.addFormat("decimal", /^-?\d+(\.\d+)?$/);
  ajv.addFormat("binary", true);
  // Patterns that Unicode expressions do not allow would make the schema invalid.
  ajv.addFormat("regex", true);
  const { schemas = {}, ...parts } = objectIn(document, "components");
  // References may also point at schemas within other parts of the document.
  const sections = { paths: objectIn(document, "paths"), webhooks: objectIn(document, "webhooks"), components: parts };
  ajv.addSchema({ $id: ROOT, $defs: withLocalReferences(schemas), ...mapValues(sections, withLocalReferences) });
  const compiled = new Map<Json, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(requireSchema(withLocalReferences(schema)));
    compiled.set(schema, validate);
    return validate(value) ? [] : listProblems(validate.errors ?? []);
  };
}

/** A pattern that is not an expression refuses nothing. */
const createExpression: RegExpEngine = Object.assign(
  (pattern: string) => compilePattern(pattern) ?? { test: () => true },
  // Only standalone code would contain it.
  { code: "compilePattern" },
);

/** A failed union reports the same problem once for each of its branches. */
function listProblems(errors: readonly ErrorObject[]): SchemaProblem[] {
  const problems = errors.map((error) => ({ at: error.instancePath, message: formatError(error) }));
  return [...new Map(problems.map((problem) => [`${problem.at} ${problem.message}`, problem])).values()];
}

function formatError({ keyword, params, message = "is not valid" }: ErrorObject): string {
  const allowed: unknown = params["allowedValues"];
  return keyword === "enum" && isArray(allowed) ? `must be one of ${allowed.map(String).join(", ")}` : message;
}

/** Redirects references to the place where the validator keeps the components. */
function withLocalReferences(node: Json): Json {
  if (isArray(node)) return node.map(withLocalReferences);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, Json] => {
    if (key !== "$ref" || typeof value !== "string") return [key, withLocalReferences(value)];
    return [key, value.replace(/^#\/components\/schemas\//, "#/$defs/").replace(/^#/, `${ROOT}#`)];
  });
  return Object.fromEntries(entries);
}

function requireSchema(schema: Json): boolean | JsonObject {
  if (typeof schema === "boolean" || isObject(schema)) return schema;
  throw new TypeError(`not a schema: ${JSON.stringify(schema)}`);
}
