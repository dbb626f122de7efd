import {
  arrayIn,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  mapValues,
  objectIn,
  readProperties,
  readReference,
  readSchemaName,
  resolve,
  rewriteObjects,
  stringIn,
} from "@nectar-sdk/openapi/document";

const SCHEMAS = "#/components/schemas/";

/**
 * Completes the mapping of each discriminator with the values that its branches declare. Without a mapping, openapi-typescript takes the name
 * of a component for the value, although the component says otherwise.
 */
export function completeDiscriminators(document: JsonObject): JsonObject {
  const complete = (object: JsonObject): JsonObject => completeSchema(document, object);
  return mapValues(document, (section, key) =>
    ["components", "paths", "webhooks"].includes(key) ? rewriteSection(key, section, complete) : section,
  );
}

function rewriteSection(key: string, section: Json, rewrite: (object: JsonObject) => JsonObject): Json {
  const rewritten = rewriteObjects({ [key]: section }, rewrite);
  return isObject(rewritten) ? (rewritten[key] ?? section) : section;
}

/** https://spec.openapis.org/oas/v3.1.1#discriminator-object */
function completeSchema(document: JsonObject, schema: JsonObject): JsonObject {
  const { discriminator } = schema;
  const property = stringIn(discriminator, "propertyName");
  if (!isObject(discriminator) || property === undefined) return schema;
  const declared = [...arrayIn(schema, "oneOf"), ...arrayIn(schema, "anyOf")].flatMap((branch) => {
    const reference = readReference(branch);
    return listValues(document, branch, property).flatMap((value): [string, string][] =>
      reference === undefined ? [] : [[value, reference]],
    );
  });
  const known = new Set(declared.map(([, reference]) => reference));
  const mapping = Object.entries(objectIn(discriminator, "mapping"))
    .map(([value, target]): [string, Json] => [value, toReference(document, target)])
    .filter(([, target]) => typeof target !== "string" || !known.has(target));
  const completed = Object.fromEntries([...mapping, ...declared]);
  if (Object.keys(completed).length === 0) return schema;
  return { ...schema, discriminator: { ...discriminator, mapping: completed } };
}

/** The values that a branch declares for a property. */
function listValues(document: JsonObject, branch: Json, property: string): string[] {
  const declared = readProperties(document, branch).get(property);
  const { const: constant, enum: values = [], "x-extensible-enum": open = [] } = resolve(document, declared);
  const all =
    constant !== undefined ? [constant] : [...(isArray(values) ? values : []), ...(isArray(open) ? open : [])];
  return all.filter((value) => typeof value === "string");
}

/** A mapping may name a component without the path to it. */
function toReference(document: JsonObject, target: Json): Json {
  const schemas = objectIn(objectIn(document, "components"), "schemas");
  const isName = typeof target === "string" && readSchemaName({ $ref: target }) === undefined;
  return isName && Object.hasOwn(schemas, target) ? `${SCHEMAS}${target}` : target;
}
