import {
  asObject,
  asString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
} from "@nectar-sdk/openapi/document";
import type { Source } from "./source.ts";

/**
 * A schema of the source as JSON Schema: `extends` is flattened, so that each generated type is one readable interface, and
 * `{ nullable: Name }` becomes a union of that schema with null.
 */
export function expandSchema(source: Source, name: string): JsonObject {
  return asObject(expandNullable(flatten(source, name, [])), name);
}

/** The envelope of a paginated list, from its short form `{ total, items, of }`. */
export function expandPage(name: string, page: JsonObject): JsonObject {
  const total = asString(page["total"], `pages.${name}.total`);
  const items = asString(page["items"], `pages.${name}.items`);
  const item = asString(page["of"], `pages.${name}.of`);
  const properties: JsonObject = {
    [total]: { type: "integer", description: "Number of items on all pages, after the filters." },
    perPage: { type: "integer", description: "Items on a full page." },
    totalPages: { type: "integer", description: "Number of pages." },
    currentPage: {
      type: "integer",
      description: "This page, counted from 1. A request past the end returns the number of the last page.",
    },
    hasNext: { type: "boolean", description: "Whether a page follows." },
    hasPrevious: { type: "boolean", description: "Whether a page comes before." },
    [items]: { type: "array", items: { $ref: `#/components/schemas/${item}` }, description: "Items of this page." },
  };
  return {
    "x-evidence": page["x-evidence"] ?? "seen",
    type: "object",
    description: `One page of ${words(items)}.`,
    required: Object.keys(properties),
    properties,
  };
}

/** `usageData` → `usage data`. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function flatten(source: Source, name: string, trail: readonly string[]): JsonObject {
  if (trail.includes(name)) throw new TypeError(`schemas: "${name}" extends itself`);
  const schema = source.schemas.get(name) ?? source.fragments.get(name);
  if (schema === undefined) throw new TypeError(`schemas: "${trail.at(-1)}" extends the unknown "${name}"`);
  const { extends: parents, ...own } = schema;
  if (parents === undefined) return own;
  const bases = (isArray(parents) ? parents : [parents]).map((parent) =>
    flatten(source, asString(parent, `${name}.extends`), [...trail, name]),
  );
  return merge([...bases, own], name);
}

function merge(schemas: readonly JsonObject[], name: string): JsonObject {
  const required = schemas.flatMap((schema) => (isArray(schema["required"]) ? [...schema["required"]] : []));
  const properties = Object.assign({}, ...schemas.map((schema) => objectAt(schema, "properties", name)));
  const merged: JsonObject = Object.assign({}, ...schemas);
  return {
    ...merged,
    ...(required.length > 0 && { required: required.map((key) => asString(key, name)) }),
    properties,
  };
}

function expandNullable(value: Json): Json {
  if (isArray(value)) return value.map((item) => expandNullable(item));
  if (!isObject(value)) return value;
  if (typeof value["nullable"] === "string") {
    return {
      "x-evidence": "inferred",
      anyOf: [{ $ref: `#/components/schemas/${value["nullable"]}` }, { type: "null" }],
    };
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, expandNullable(child)]));
}
