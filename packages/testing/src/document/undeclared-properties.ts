import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { resolveObject } from "./resolve.ts";

/** A property of a value, looked at through the schema of the object that holds it. */
export interface PropertySeen {
  /** Pointer to the property. */
  readonly at: string;
  readonly name: string;
  /** What the document declares of it; empty where it declares nothing. */
  readonly schemas: readonly Json[];
  /** Whether the object may hold any property. */
  readonly freeForm: boolean;
  /** Names that the document declares for the object. */
  readonly declaredNames: readonly string[];
}

/**
 * Pointers to the properties of a value that its schema does not declare. JSON Schema lets them pass where `additionalProperties` is
 * absent. Free-form objects may hold anything.
 */
export function undeclaredProperties(document: JsonObject, schema: Json, value: Json, at = ""): string[] {
  return walkProperties(document, schema, value, at)
    .filter(({ schemas, freeForm }) => schemas.length === 0 && !freeForm)
    .map((property) => property.at);
}

/** Every property of a value, as far down as its schema goes. */
export function walkProperties(document: JsonObject, schema: Json, value: Json, at = ""): PropertySeen[] {
  const parts = partsOf(document, schema);
  if (isArray(value)) {
    const items = parts.flatMap((part) => part["items"] ?? []);
    return value.flatMap((item, index) => walkProperties(document, anyOf(items), item, `${at}/${index}`));
  }
  if (!isObject(value)) return [];
  const freeForm = isFreeForm(parts);
  const declaredNames = parts.flatMap((part) => Object.keys(resolveObject(document, part["properties"])));
  return Object.entries(value).flatMap(([name, child]) => {
    const place = `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const schemas = parts.flatMap((part) => schemasOfKey(part, name));
    const property = { at: place, name, schemas, freeForm, declaredNames };
    return schemas.length === 0 ? [property] : [property, ...walkProperties(document, anyOf(schemas), child, place)];
  });
}

/** The schema with those that it refers to or is composed of. */
export function partsOf(document: JsonObject, schema: Json): JsonObject[] {
  return ownedParts(document, { schema, owner: undefined }).map((part) => part.schema);
}

/** A schema, and the name of the one in `components` that it stands in. */
export interface OwnedSchema<Schema extends Json = Json> {
  readonly schema: Schema;
  readonly owner: string | undefined;
}

/** The same with the names of the schemas. */
export function ownedParts(document: JsonObject, { schema, owner }: OwnedSchema): OwnedSchema<JsonObject>[] {
  const part = resolveObject(document, schema);
  const name = componentName(schema) ?? owner;
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((key) => {
    const list = part[key];
    return isArray(list) ? list : [];
  });
  return [
    { schema: part, owner: name },
    ...composed.flatMap((inner) => ownedParts(document, { schema: inner, owner: name })),
  ];
}

function componentName(schema: Json): string | undefined {
  const ref = isObject(schema) ? schema["$ref"] : undefined;
  return typeof ref === "string" ? /^#\/components\/schemas\/([^/]+)$/.exec(ref)?.[1] : undefined;
}

function schemasOfKey(part: JsonObject, key: string): Json[] {
  const declared = part["properties"];
  if (isObject(declared) && Object.hasOwn(declared, key)) return [declared[key] ?? true];
  const others = part["additionalProperties"];
  return isObject(others) ? [others] : [];
}

function isFreeForm(parts: readonly JsonObject[]): boolean {
  return parts.some((part) => part["additionalProperties"] === true) || parts.every(isEmpty);
}

/** A schema that says nothing of properties, such as `true` or `{ description: … }`. */
function isEmpty(part: JsonObject): boolean {
  return part["properties"] === undefined && part["type"] !== "object";
}

function anyOf(schemas: readonly Json[]): Json {
  return schemas.length === 1 ? (schemas[0] ?? true) : { anyOf: schemas };
}
