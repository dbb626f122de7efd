import { arrayIn, isArray, isObject, type Json, type JsonObject, objectIn, valueAt } from "../document/json.ts";
import { pointerTo, readSchemaName } from "../document/pointer.ts";
import { resolveStrictly } from "../document/resolve.ts";
import { compilePattern } from "./compile-pattern.ts";

/** A property of a value, with the schemas that its object declares for it. */
export interface SeenProperty {
  /** JSON pointer to the property. */
  readonly at: string;
  readonly name: string;
  /** Schemas that the document declares for it; empty if it is undeclared. */
  readonly schemas: readonly Json[];
  /** Whether the object may have any property. */
  readonly isFreeForm: boolean;
  /** The names that the document declares for the object. */
  readonly declaredNames: readonly string[];
}

/** A schema, and the name of the component schema around it. */
export interface OwnedSchema<Schema extends Json = Json> {
  readonly schema: Schema;
  readonly owner: string | undefined;
}

/**
 * Returns pointers to the properties of a value that its schema does not declare.  JSON Schema allows them where
 * `additionalProperties` is absent. A free-form object may have any property.
 */
export function findUndeclaredProperties(document: JsonObject, schema: Json, value: Json): string[] {
  return walkProperties(document, schema, value)
    .filter(({ schemas, isFreeForm }) => schemas.length === 0 && !isFreeForm)
    .map(({ at }) => at);
}

/** Lists every property of a value, as deep as its schema goes. */
export function walkProperties(document: JsonObject, schema: Json, value: Json, at = ""): SeenProperty[] {
  const parts = listSchemaParts(document, schema);
  if (isArray(value)) {
    return value.flatMap((item, index) => {
      const items = parts.flatMap((part) => arrayIn(part, "prefixItems")[index] ?? part["items"] ?? []);
      return walkProperties(document, toUnion(items), item, pointerTo(at, String(index)));
    });
  }
  if (!isObject(value)) return [];
  const isFreeForm = parts.some((part) => part["additionalProperties"] === true) || parts.every(saysNothing);
  const declaredNames = parts.flatMap((part) => Object.keys(objectIn(part, "properties")));
  return Object.entries(value).flatMap(([name, child]) => {
    const place = pointerTo(at, name);
    const schemas = parts.flatMap((part) => listPropertySchemas(part, name));
    const property = { at: place, name, schemas, isFreeForm, declaredNames };
    return schemas.length === 0 ? [property] : [property, ...walkProperties(document, toUnion(schemas), child, place)];
  });
}

/**
 * Returns a schema together with those it is composed of by `allOf`, `anyOf` and `oneOf`, following references.
 *
 * @throws {Error} naming a reference without a target
 */
export function listSchemaParts(document: JsonObject, schema: Json): JsonObject[] {
  return listOwnedParts(document, { schema, owner: undefined }).map((part) => part.schema);
}

/** Does the same as {@link listSchemaParts}, and names the component schema that each part belongs to. */
export function listOwnedParts(document: JsonObject, schema: OwnedSchema): OwnedSchema<JsonObject>[] {
  return collectParts(document, schema, []);
}

/** Lists a schema once that contains itself. */
function collectParts(
  document: JsonObject,
  { schema, owner }: OwnedSchema,
  around: readonly JsonObject[],
): OwnedSchema<JsonObject>[] {
  const part = resolveStrictly(document, schema);
  if (around.includes(part)) return [];
  const name = readSchemaName(schema) ?? owner;
  const conditional = ["then", "else"].flatMap((key) => valueAt(part, key) ?? []);
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((key) => arrayIn(part, key));
  const dependent = Object.values(objectIn(part, "dependentSchemas"));
  return [
    { schema: part, owner: name },
    ...[...composed, ...conditional, ...dependent].flatMap((inner) =>
      collectParts(document, { schema: inner, owner: name }, [...around, part]),
    ),
  ];
}

function listPropertySchemas(part: JsonObject, name: string): Json[] {
  const declared = valueAt(part["properties"], name);
  const patterns = Object.entries(objectIn(part, "patternProperties"));
  const matching = patterns.filter(([pattern]) => compilePattern(pattern)?.test(name)).map(([, own]) => own);
  const known = declared === undefined ? matching : [declared, ...matching];
  if (known.length > 0) return known;
  // A name that is required is expected, even if nothing else is said about it.
  if (arrayIn(part, "required").includes(name)) return [true];
  const others = part["additionalProperties"];
  return isObject(others) ? [others] : [];
}

/** Whether a schema does not restrict properties, such as `true` or `{ description: … }`. */
function saysNothing(part: JsonObject): boolean {
  return part["properties"] === undefined && part["type"] !== "object";
}

function toUnion(schemas: readonly Json[]): Json {
  return schemas.length === 1 ? (schemas[0] ?? true) : { anyOf: schemas };
}
