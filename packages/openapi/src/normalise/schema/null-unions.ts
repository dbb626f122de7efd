import { isArray, isObject, type Json, type JsonObject } from "../../document/json.ts";
import { resolve } from "../../document/resolve.ts";
import { dropUnreferenced } from "../drop-unreferenced.ts";
import { findPinnedPlaces } from "../pinned-places.ts";
import { omitKeys, rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { isAnnotation } from "./annotations.ts";
import { isNullSchema, NULL, withNull } from "./with-null.ts";

/**
 * One way to say "or null": `type: [string, "null"]` for a plain schema, `anyOf: [{ $ref }, { type: "null" }]` for a reference. Django's
 * generator writes `oneOf` and refers to a component `NullEnum`; others write a union where `type` would do.
 */
export const nullUnions: Rule = (document) => {
  const pinned = findPinnedPlaces(document);
  const rewritten = rewriteNodes(document, {
    schema: (schema, pointer) => orderTypes(pinned.has(pointer) ? schema : rewriteUnion(document, schema)),
  });
  return dropUnreferenced(document, rewritten);
};

function rewriteUnion(document: JsonObject, schema: JsonObject): JsonObject {
  const key = ["oneOf", "anyOf"].find((candidate) => Object.hasOwn(schema, candidate));
  const members = key === undefined ? undefined : schema[key];
  if (key === undefined || !isArray(members)) return schema;
  const others = members.filter((member) => !isNullSchema(isObject(member) ? resolve(document, member) : member));
  if (others.length === members.length || others.length === 0) return schema;
  const rest = omitKeys(schema, key);
  const [single, ...more] = others;
  const isAlone = more.length === 0 && Object.keys(rest).every(isAnnotation);
  if (!isAlone) return { ...rest, [key]: [...others, NULL] };
  return isPlain(single) ? { ...withNull(single), ...rest } : { ...rest, anyOf: [...others, NULL] };
}

/** Whether `null` can go into the type of a schema itself. */
function isPlain(schema: Json | undefined): schema is JsonObject {
  return (
    isObject(schema) &&
    Object.hasOwn(schema, "type") &&
    !["$ref", "allOf", "anyOf", "oneOf", "not", "const", "if"].some((key) => Object.hasOwn(schema, key))
  );
}

/** `null` last among several types, since their order says nothing; a list of one type is that type. */
function orderTypes(schema: JsonObject): JsonObject {
  const type = Object.hasOwn(schema, "type") ? schema["type"] : undefined;
  if (!isArray(type)) return schema;
  const types = [...new Set(type)];
  const ordered = [...types.filter((name) => name !== "null"), ...types.filter((name) => name === "null")];
  const [single, ...others] = ordered;
  return { ...schema, type: single !== undefined && others.length === 0 ? single : ordered };
}
