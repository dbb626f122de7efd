import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  asObject,
  type Json,
  type JsonObject,
  readApi,
  readProperties,
  selectSuccesses,
  toOperationKey,
} from "@nectar-sdk/openapi/document";
import { createRandom, createSchemaValidator, type SchemaProblem, sample } from "@nectar-sdk/openapi/schema";

const require = createRequire(import.meta.url);

/** The document of an API version. */
export function readDocument(version: string): JsonObject {
  const file = require.resolve(`@nectar-sdk/api-${version}/openapi.json`);
  return asObject(JSON.parse(readFileSync(file, "utf8")), version);
}

/** Samples and validates the responses of one operation. */
export interface ResponseShape {
  readonly sample: (seed: number) => JsonObject;
  readonly validate: (value: Json) => readonly SchemaProblem[];
  readonly fields: ReadonlySet<string>;
}

/** The shape of the response of `GET <path>`, such as `/usage/{}`. */
export function readShape(version: string, path: string): ResponseShape {
  const document = readDocument(version);
  const operation = readApi(document).operations.find((one) => toOperationKey(one.method, one.path) === `GET ${path}`);
  const [, response] = operation === undefined ? [] : (selectSuccesses(operation)[0] ?? []);
  const schema = [...(response?.content.values() ?? [])][0]?.schema;
  if (schema === undefined) throw new Error(`${version} has no GET ${path}`);
  const validate = createSchemaValidator(document);
  return {
    sample: (seed) => asObject(sample(document, schema, { random: createRandom(seed) }), path),
    validate: (value) => validate(schema, value),
    fields: new Set(readProperties(document, schema).keys()),
  };
}

/** Returns the value as JSON. */
export function toJson(value: unknown): Json {
  const json: Json = JSON.parse(JSON.stringify(value));
  return json;
}
