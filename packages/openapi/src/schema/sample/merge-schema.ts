import { arrayIn, isArray, isObject, type Json, type JsonObject, objectIn, valueAt } from "../../document/json.ts";
import { readReference, readSchemaName } from "../../document/pointer.ts";
import { resolveStrictly } from "../../document/resolve.ts";
import { readMappedName } from "./discriminator.ts";

/** Merges references and `allOf` of a schema into one object. A schema that extends itself is merged once. */
export function mergeSchema(document: JsonObject, node: Json, around: readonly JsonObject[] = []): JsonObject {
  if (node === false) return { not: {} };
  const { $ref: _reference, ...beside } = isObject(node) ? node : {};
  // Keys beside a reference restrict it further.
  if (readReference(node) !== undefined && Object.keys(beside).length > 0)
    return mergeParts(document, [{ $ref: readReference(node) ?? "" }, beside], around);
  const resolved = resolveStrictly(document, node);
  if (around.includes(resolved)) return {};
  const { allOf, ...own } = resolved;
  if (!isArray(allOf)) return own;
  const merged = mergeParts(document, [own, ...arrayIn(resolved, "allOf")], [...around, resolved]);
  const { discriminator } = merged;
  const name = readSchemaName(node);
  if (discriminator === undefined || name === undefined || own["discriminator"] !== undefined) return merged;
  return addLiteral(document, merged, discriminator, name);
}

function mergeParts(document: JsonObject, parts: readonly Json[], around: readonly JsonObject[]): JsonObject {
  return parts.map((part) => mergeSchema(document, part, around)).reduce(intersect, {});
}

/** Requires the value of a discriminator that stands for a component, unless the schema names other values. */
export function addLiteral(document: JsonObject, schema: JsonObject, discriminator: Json, name: string): JsonObject {
  const property = valueAt(discriminator, "propertyName");
  if (typeof property !== "string") return schema;
  const properties = objectIn(schema, "properties");
  const declared = mergeSchema(document, valueAt(properties, property) ?? {});
  const literal = readMappedName(discriminator, name);
  const values = valueAt(declared, "enum");
  const isOther = declared["const"] !== undefined || (isArray(values) && !values.includes(literal));
  return {
    ...schema,
    properties: isOther ? properties : setKey(properties, property, { ...declared, const: literal }),
    required: [...new Set([...arrayIn(schema, "required"), property])],
  };
}

/** Sets a key; a key such as `__proto__` stays data. */
function setKey(object: JsonObject, key: string, value: Json): JsonObject {
  return Object.fromEntries([...Object.entries(object), [key, value]]);
}

/** Creates a schema that allows what both allow. Of keywords that cannot be combined, it keeps those of `b`. */
function intersect(a: JsonObject, b: JsonObject): JsonObject {
  return mergeKeys(a, b, (left, right, key) => {
    const combine = Object.hasOwn(COMBINE, key) ? COMBINE[key] : undefined;
    return combine === undefined ? right : combine(left, right);
  });
}

type Combine = (left: Json, right: Json) => Json;

const both: Combine = (left, right) => {
  if (left === false || right === false) return false;
  if (left === true) return right;
  return right === true || isSame(left, right) ? left : { allOf: [left, right] };
};
const bothOfEach: Combine = (left, right) => mergeKeys(left, right, both);
const union: Combine = (left, right) => [...new Set([...toList(left), ...toList(right)])];
const greater: Combine = (left, right) => Math.max(Number(left), Number(right));
const smaller: Combine = (left, right) => Math.min(Number(left), Number(right));
const common: Combine = (left, right) =>
  toList(left).filter((value) => toList(right).some((other) => isSame(value, other)));
/** At most so many pairs of branches. */
const MOST_PAIRS = 60;
const pairs: Combine = (left, right) =>
  toList(left)
    .flatMap((one) => toList(right).map((other): Json => ({ allOf: [one, other] })))
    .slice(0, MOST_PAIRS);

const COMBINE: Readonly<Record<string, Combine>> = {
  ...{ properties: bothOfEach, patternProperties: bothOfEach, dependentSchemas: bothOfEach },
  ...{ items: both, additionalProperties: both, propertyNames: both, contains: both },
  ...{ anyOf: pairs, oneOf: pairs, enum: common, type: intersectTypes, required: union },
  dependentRequired: (left, right) => mergeKeys(left, right, union),
  ...{ minimum: greater, exclusiveMinimum: greater, minLength: greater, minItems: greater, minProperties: greater },
  ...{ maximum: smaller, exclusiveMaximum: smaller, maxLength: smaller, maxItems: smaller, maxProperties: smaller },
  multipleOf: (left, right) => (Number(left) % Number(right) === 0 ? left : Number(left) * Number(right)),
};

function intersectTypes(left: Json, right: Json): Json {
  const [mine, theirs] = [toList(left), toList(right)];
  const isIn = (type: Json, types: readonly Json[]): boolean =>
    types.includes(type) || (type === "integer" && types.includes("number"));
  const types = [
    ...new Set([...mine.filter((type) => isIn(type, theirs)), ...theirs.filter((type) => isIn(type, mine))]),
  ];
  const [single = right] = types;
  return types.length > 1 ? types : single;
}

/** Merges two objects; keys that both have are combined. */
function mergeKeys(left: Json, right: Json, combine: (left: Json, right: Json, key: string) => Json): JsonObject {
  const mine = isObject(left) ? left : {};
  const theirs = Object.entries(isObject(right) ? right : {}).map(([key, value]): [string, Json] => {
    const own = valueAt(mine, key);
    return [key, own === undefined ? value : combine(own, value, key)];
  });
  return Object.fromEntries([...Object.entries(mine), ...theirs]);
}

function toList(value: Json): readonly Json[] {
  return isArray(value) ? value : [value];
}

function isSame(left: Json, right: Json): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
