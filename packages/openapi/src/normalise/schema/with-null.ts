import { isArray, isObject, type Json, type JsonObject, valueAt } from "../../document/json.ts";
import { splitKeys } from "../rewrite-nodes.ts";
import { isAnnotation } from "./annotations.ts";

/** The schema of `null` alone. */
export const NULL: JsonObject = { type: "null" };

const COMPOSITIONS = ["$ref", "allOf", "anyOf", "oneOf", "not", "const", "if"] as const;

/** Keywords that imply a type where a schema names none. */
const IMPLIED: readonly (readonly [type: string, keys: readonly string[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties"]],
  ["array", ["items", "prefixItems"]],
];

/** Returns a schema that also accepts `null`: in `type` if it has one, otherwise by a union with `null`. */
export function withNull(schema: JsonObject): JsonObject {
  const compositions = COMPOSITIONS.filter((key) => Object.hasOwn(schema, key));
  if (compositions.length > 0) return unionWithNull(schema, compositions);
  const type = valueAt(schema, "type") ?? impliedType(schema);
  const values = valueAt(schema, "enum");
  return {
    ...schema,
    ...(type === undefined ? {} : { type: typeWithNull(type) }),
    ...(isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}

/** A list of types with `null` last. */
function typeWithNull(type: Json): Json {
  const types = isArray(type) ? type : [type];
  if (types.length === 1 && types[0] === "null") return type;
  return [...types.filter((name) => name !== "null"), "null"];
}

function impliedType(schema: JsonObject): string | undefined {
  return IMPLIED.find(([, keys]) => keys.some((key) => Object.hasOwn(schema, key)))?.[0];
}

function unionWithNull(schema: JsonObject, compositions: readonly string[]): JsonObject {
  const [annotations, rest] = splitKeys(schema, isAnnotation);
  const [only, ...others] = compositions;
  const members = only === undefined ? undefined : rest[only];
  const isPlainUnion = (only === "anyOf" || only === "oneOf") && others.length === 0 && Object.keys(rest).length === 1;
  if (!isPlainUnion || !isArray(members)) return { ...annotations, anyOf: [rest, NULL] };
  return members.some(isNullSchema) ? schema : { ...schema, [only]: [...members, NULL] };
}

/** Tells whether a schema accepts only `null`, in any spelling. */
export function isNullSchema(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const values = valueAt(schema, "enum");
  const type = valueAt(schema, "type");
  if (isArray(values)) return values.length > 0 && values.every((value) => value === null);
  return (
    (type === "null" || (isArray(type) && type.length === 1 && type[0] === "null") || schema["const"] === null) &&
    !Object.hasOwn(schema, "$ref")
  );
}
