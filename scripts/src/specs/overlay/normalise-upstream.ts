import { join } from "node:path";
import type { Json, JsonObject } from "@nectar-sdk/openapi/document";
import { isRules, type Normalised, normaliseDocument, RULE_NAMES, type Rules } from "@nectar-sdk/openapi/normalise";
import { createSchemaValidator, type SchemaValidator } from "@nectar-sdk/openapi/schema";
import { parse } from "yaml";
import { readIfExists } from "../../shared/read-if-exists.ts";

const RULES_FILE = "normalise.yaml";

/**
 * Reads the rules that `specs/normalise.yaml` switches on or off. Without the file all of them apply.
 *
 * @throws {Error} when the file names a rule that does not exist, or gives it a value other than `true` or `false`
 */
export async function readRules(specsDirectory: string): Promise<Rules> {
  const rules: unknown = parse((await readIfExists(join(specsDirectory, RULES_FILE))) ?? "{}");
  if (isRules(rules)) return rules;
  throw new Error(`${RULES_FILE}: expected true or false for each of: ${RULE_NAMES.join(", ")}`);
}

/** Takes what is only style out of an upstream document. */
export function normaliseUpstream(document: JsonObject, rules: Rules): Normalised {
  return normaliseDocument(document, rules, { isValid: createSchemaMatcher() });
}

/** Tells whether a value matches a schema of a document; schemas are compiled once for each document. */
function createSchemaMatcher(): (value: Json, schema: Json, document: JsonObject) => boolean {
  const validators = new WeakMap<JsonObject, SchemaValidator>();
  return (value, schema, document) => {
    const validate = validators.get(document) ?? createSchemaValidator(document);
    validators.set(document, validate);
    return validate(schema, value).length === 0;
  };
}
