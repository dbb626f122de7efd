import { arrayIn, isObject, type Json, type JsonObject, readSchemaName, resolve } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editSchemas, isList, omit, rewriteDocument } from "../edit-document.ts";

const OPEN_ENUM = "x-extensible-enum";

/** Django's generator wraps a reference with siblings in `allOf`; other generators wrap every reference. */
export const singleRefAllOf: Axis = {
  name: "single-ref-all-of",
  isStyle: true,
  apply: (document) =>
    rewriteDocument(document, (object, at) => {
      if (readSchemaName(object) === undefined || !/\/properties\/[^/]+$|\/items$|\/anyOf\/\d+$/.test(at))
        return object;
      return { ...omit(object, "$ref"), allOf: [{ $ref: object["$ref"] ?? "" }] };
    }),
};

/** Every enum lists its values as the only ones. */
export const closedEnums: Axis = {
  name: "closed-enums",
  // Requests take other values before, and none after.
  isStyle: false,
  apply: (document) =>
    rewriteDocument(document, (object) => {
      const known = object[OPEN_ENUM];
      return known === undefined ? object : { ...omit(object, OPEN_ENUM), enum: known };
    }),
};

/** A reference to an enum that may be null becomes `oneOf` with a component for null. */
export const nullEnums: Axis = {
  name: "null-enums",
  isStyle: true,
  apply: (document) => withUnions(document, () => ["NullEnum"]),
};

/** A reference to an enum that may be null becomes `oneOf` with components for blank and null; half of them are never blank. */
export const enumUnions: Axis = {
  name: "enum-unions",
  isStyle: false,
  apply: (document, random) =>
    withUnions(document, (at) => (random(at) < 0.5 ? ["BlankEnum", "NullEnum"] : ["NullEnum"])),
};

const EMPTY: JsonObject = { BlankEnum: { enum: [""] }, NullEnum: { enum: [null] } };

function withUnions(document: JsonObject, emptyAt: (at: string) => readonly string[]): JsonObject {
  const used = new Set<string>();
  const united = rewriteDocument(document, (object, at) => {
    const [reference, ...others] = arrayIn(object, "anyOf").filter((member) => !isNull(member));
    if (!arrayIn(object, "anyOf").some(isNull) || others.length > 0 || !isEnum(document, reference)) return object;
    const names = emptyAt(at);
    for (const name of names) used.add(name);
    const members = [...(reference === undefined ? [] : [reference]), ...names.map(referTo)];
    return { ...omit(object, "anyOf"), oneOf: members };
  });
  const added = Object.fromEntries(Object.entries(EMPTY).filter(([name]) => used.has(name)));
  return editSchemas(united, (schemas) => ({ ...schemas, ...added }));
}

function isEnum(document: JsonObject, schema: Json | undefined): boolean {
  const resolved = resolve(document, schema);
  return isList(resolved["enum"]) || isList(resolved[OPEN_ENUM]);
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema["type"] === "null";
}

function referTo(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
