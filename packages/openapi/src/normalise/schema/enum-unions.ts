import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { resolve } from "../../document/resolve.ts";
import { dropUnreferenced } from "../drop-unreferenced.ts";
import { findPinnedPlaces } from "../pinned-places.ts";
import { omitKeys, rewriteNodes, splitKeys } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { isAnnotation, OPEN_ENUM } from "./annotations.ts";
import { isNullSchema } from "./with-null.ts";

/**
 * `oneOf: [XEnum, BlankEnum, NullEnum]` becomes one enum with `""` and `null` among its values. Django's generator writes such a union
 * for every field that may be empty; a union of two enums that both have values stays.
 */
export const enumUnions: Rule = (document) => {
  const pinned = findPinnedPlaces(document);
  const rewritten = rewriteNodes(document, {
    schema: (schema, pointer) => (pinned.has(pointer) ? schema : fold(document, schema)),
  });
  return dropUnreferenced(document, rewritten);
};

function fold(document: JsonObject, schema: JsonObject): JsonObject {
  const key = ["oneOf", "anyOf"].find((candidate) => Object.hasOwn(schema, candidate));
  const members = key === undefined ? undefined : schema[key];
  if (key === undefined || !isArray(members)) return schema;
  const rest = omitKeys(schema, key);
  const enumerations = members.map((member) => readEnumeration(document, member));
  if (!enumerations.every((enumeration) => enumeration !== undefined)) return schema;
  const blank = enumerations.filter(isBlank);
  const [main, ...others] = enumerations.filter((enumeration) => !isBlank(enumeration));
  const onlyNull = blank.every(({ values }) => values.every((value) => value === null));
  if (main === undefined || others.length > 0 || onlyNull || !Object.keys(rest).every(isAnnotation)) return schema;
  const values = [...new Set([main, ...blank].flatMap((enumeration) => enumeration.values))];
  const isNullable = [main, ...blank].some((enumeration) => enumeration.isNullable);
  return { ...main.annotations, ...rest, ...writeEnumeration(values, isNullable, main.isOpen) };
}

/** A schema that lists its values and says nothing else. */
interface Enumeration {
  /** Without `null`. */
  readonly values: readonly Json[];
  readonly isNullable: boolean;
  readonly isOpen: boolean;
  readonly annotations: JsonObject;
}

function readEnumeration(document: JsonObject, member: Json): Enumeration | undefined {
  if (!isObject(member)) return undefined;
  const schema = resolve(document, member);
  if (isNullSchema(schema)) return { values: [], isNullable: true, isOpen: false, annotations: {} };
  const [annotations, { type, enum: closed, [OPEN_ENUM]: open, ...rest }] = splitKeys(schema, isAnnotation);
  const values = isArray(closed) ? closed : open;
  if (!isArray(values) || values.length === 0 || Object.keys(rest).length > 0) return undefined;
  const isNullable = values.includes(null) || (isArray(type) && type.includes("null"));
  return { values: values.filter((value) => value !== null), isNullable, isOpen: !isArray(closed), annotations };
}

/** Tells whether its only value is the empty string. */
function isBlank({ values }: Enumeration): boolean {
  return values.every((value) => value === "");
}

function writeEnumeration(values: readonly Json[], isNullable: boolean, isOpen: boolean): JsonObject {
  const types = [...new Set(values.map(typeOfValue)), ...(isNullable ? ["null"] : [])];
  const [single, ...others] = types;
  return {
    type: single !== undefined && others.length === 0 ? single : types,
    [isOpen ? OPEN_ENUM : "enum"]: isNullable && !isOpen ? [...values, null] : values,
  };
}

/** The name that JSON Schema has for the type of a value. */
export function typeOfValue(value: Json): string {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
