import { isArray, isObject, type JsonObject, stringIn, valueAt } from "../../document/json.ts";
import { findPinnedPlaces } from "../pinned-places.ts";
import { omitKeys, rewriteNodes, splitKeys } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";
import { isAnnotation } from "./annotations.ts";
import { withNull } from "./with-null.ts";

/** The version that every document of OpenAPI 3.0 or 3.1 becomes. */
const OPENAPI = "3.1.0";

/**
 * OpenAPI 3.0 → 3.1 (https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0): `nullable` becomes `null` in
 * `type`, a limit that is exclusive becomes its own number, `example` of a schema becomes `examples`. A document that says 3.1 and uses
 * words of 3.0 means the same by them.
 */
export const upgradeTo31: Rule = (document) => {
  const version = stringIn(document, "openapi");
  if (version === undefined || !/^3\.[01](\.|$)/.test(version)) return document;
  const is30 = version.startsWith("3.0");
  const pinned = findPinnedPlaces(document);
  const upgraded = rewriteNodes(document, {
    schema: (schema, pointer) => {
      const steps = [...(is30 ? [dropBesideReference] : []), exclusiveLimits, binaryAndBase64];
      // A reference leads through this schema, so nothing in it may move.
      const moving = pinned.has(pointer) ? [nullableInPlace] : [exampleToExamples, nullable];
      return [...steps, ...moving].reduce((current, step) => step(current), schema);
    },
  });
  return { ...(is30 ? withWebhooks(upgraded) : upgraded), openapi: OPENAPI };
};

/** OpenAPI 3.0 has no webhooks; documents of 3.0 describe them in the extension that Redoc reads. */
function withWebhooks(document: JsonObject): JsonObject {
  const webhooks = valueAt(document, "x-webhooks");
  return isObject(webhooks) && !Object.hasOwn(document, "webhooks")
    ? { ...omitKeys(document, "x-webhooks"), webhooks }
    : document;
}

/** OpenAPI 3.0 ignores siblings of `$ref`, and 3.1 does not. Authors mean descriptions and `nullable` anyway. */
function dropBesideReference(schema: JsonObject): JsonObject {
  if (!Object.hasOwn(schema, "$ref")) return schema;
  return splitKeys(schema, (key) => key === "$ref" || key === "nullable" || isAnnotation(key))[0];
}

const LIMITS = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

function exclusiveLimits(schema: JsonObject): JsonObject {
  return LIMITS.reduce<JsonObject>((current, [exclusive, limit]) => {
    const flag = valueAt(current, exclusive);
    const number = valueAt(current, limit);
    if (typeof flag !== "boolean") return current;
    if (!flag || typeof number !== "number") return omitKeys(current, exclusive);
    return { ...omitKeys(current, limit), [exclusive]: number };
  }, schema);
}

function exampleToExamples(schema: JsonObject): JsonObject {
  const example = valueAt(schema, "example");
  const examples = valueAt(schema, "examples");
  if (example === undefined) return schema;
  return { ...omitKeys(schema, "example"), examples: isArray(examples) && examples.length > 0 ? examples : [example] };
}

/**
 * Both versions have two spellings of a file. `format: binary` is what the generator, the mock and Django's generator read and write, in
 * 3.1 too; base64 is `contentEncoding`, which is all that 3.1 has.
 */
function binaryAndBase64(schema: JsonObject): JsonObject {
  const isFile = schema["contentMediaType"] === "application/octet-stream" && !Object.hasOwn(schema, "contentEncoding");
  if (isFile && (!Object.hasOwn(schema, "format") || schema["format"] === "binary")) {
    return { ...omitKeys(schema, "contentMediaType"), format: "binary" };
  }
  return schema["format"] === "byte" ? { ...omitKeys(schema, "format"), contentEncoding: "base64" } : schema;
}

function nullable(schema: JsonObject): JsonObject {
  const flag = valueAt(schema, "nullable");
  if (typeof flag !== "boolean") return schema;
  const rest = omitKeys(schema, "nullable");
  return flag ? withNull(rest) : rest;
}

function nullableInPlace(schema: JsonObject): JsonObject {
  const withoutFlag = nullable(schema);
  return Object.keys(schema).every((key) => key === "nullable" || Object.hasOwn(withoutFlag, key))
    ? withoutFlag
    : schema;
}
