import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { findPinnedPlaces } from "../pinned-places.ts";
import { omitKeys, rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { isAnnotation, isLimit } from "./annotations.ts";

const COMPOSITIONS = ["allOf", "anyOf", "oneOf"] as const;

/**
 * A composition of one member is that member: `allOf: [{ $ref }]` becomes `$ref`, and a description or limit beside it stays beside it,
 * which OpenAPI 3.1 allows. Django's generator writes `allOf` wherever a reference has a description.
 */
export const singleAllOf: Rule = (document) => {
  const pinned = findPinnedPlaces(document);
  return rewriteNodes(document, {
    schema: (schema, pointer) => (pinned.has(pointer) ? schema : unwrap(schema)),
  });
};

function unwrap(schema: JsonObject): JsonObject {
  const unwrapped = COMPOSITIONS.reduce<JsonObject>((current, key) => {
    const members = Object.hasOwn(current, key) ? current[key] : undefined;
    if (!isArray(members) || members.length !== 1 || Object.hasOwn(current, "discriminator")) return current;
    return merge(omitKeys(current, key), members[0]) ?? current;
  }, schema);
  return unwrapped;
}

/** Merges a schema with its only member; returns `undefined` when the two cannot be one schema. */
function merge(outer: JsonObject, member: Json | undefined): JsonObject | undefined {
  if (!isObject(member)) return undefined;
  const keys = Object.keys(outer);
  if (Object.hasOwn(member, "$ref")) {
    // Type generators ignore siblings of `$ref`, so none of them may change the type.
    return keys.every((key) => isAnnotation(key) || isLimit(key)) && !keys.some((key) => clashes(key, outer, member))
      ? { ...member, ...outer }
      : undefined;
  }
  return keys.some((key) => clashes(key, outer, member)) ? undefined : { ...member, ...outer };
}

/** Whether both say something different that counts: of two descriptions the outer one does. */
function clashes(key: string, outer: JsonObject, member: JsonObject): boolean {
  return Object.hasOwn(member, key) && !isAnnotation(key) && JSON.stringify(outer[key]) !== JSON.stringify(member[key]);
}
