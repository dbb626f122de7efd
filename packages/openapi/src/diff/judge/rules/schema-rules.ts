import type { JsonObject } from "../../../document/json.ts";
import { ofSchema, type RuleText } from "./rule-text.ts";

const withName = (more: JsonObject = {}) => ({ type: "object", properties: { name: { type: "string" } }, ...more });
const OBJECT = { type: "object" };
const TEXT = { type: "string" };
const values = (...names: string[]) => ({ type: "string", enum: names });
const known = (...names: string[]) => ({ type: "string", "x-extensible-enum": names });
const union = (...types: string[]) => ({ oneOf: types.map((type) => ({ type })) });

/** Changes of a schema. */
export const SCHEMA_RULES = {
  "text-changed": {
    sentence: "A title, description or link for readers changes.",
    example: ofSchema({ ...TEXT, description: "A name." }, { ...TEXT, description: "The name." }),
  },
  "extension-changed": {
    sentence: "An extension (`x-…`) changes; whether a tool reads it is not known.",
    example: ofSchema({ ...TEXT, "x-order": 1 }, { ...TEXT, "x-order": 2 }),
  },
  "keyword-changed": {
    sentence: "A keyword changes whose effect on callers is not known.",
    example: ofSchema({ ...TEXT, contentEncoding: "base64" }, TEXT),
  },
  deprecated: {
    sentence: "The document advises against further use.",
    example: ofSchema(TEXT, { ...TEXT, deprecated: true }),
  },
  undeprecated: {
    sentence: "The document no longer advises against use.",
    example: ofSchema({ ...TEXT, deprecated: true }, TEXT),
  },
  "reference-changed": {
    sentence: "A place refers to another component; differences of content are reported separately.",
    example: ofSchema({ $ref: "#/components/schemas/Site" }, { $ref: "#/components/schemas/Building" }),
  },
  "union-keyword-changed": {
    sentence: "A union is written with `oneOf` instead of `anyOf`, or the reverse.",
    example: ofSchema(union("string", "integer"), { anyOf: union("string", "integer").oneOf }),
  },
  "discriminator-changed": {
    sentence: "Another property, or other values of it, tell the branches of a union apart.",
    example: ofSchema(
      { ...union("object", "array"), discriminator: { propertyName: "kind" } },
      { ...union("object", "array"), discriminator: { propertyName: "type" } },
    ),
  },
  "access-changed": {
    sentence: "A property becomes read-only or write-only, or no longer is.",
    example: ofSchema(TEXT, { ...TEXT, readOnly: true }),
  },
  "binary-changed": {
    sentence: "A value becomes a file instead of text, or the reverse.",
    example: ofSchema(TEXT, { ...TEXT, format: "binary" }),
  },
  "property-added": { sentence: "An optional property is added.", example: ofSchema(OBJECT, withName()) },
  "required-property-added": {
    sentence: "A required property is added.",
    example: ofSchema(OBJECT, withName({ required: ["name"] })),
  },
  "property-removed": { sentence: "A property is removed.", example: ofSchema(withName(), OBJECT) },
  "property-became-required": {
    sentence: "A property must now be present.",
    example: ofSchema(withName(), withName({ required: ["name"] })),
  },
  "property-became-optional": {
    sentence: "A property may now be absent.",
    example: ofSchema(withName({ required: ["name"] }), withName()),
  },
  "became-nullable": {
    sentence: "A value may now be null.",
    example: ofSchema(TEXT, { type: ["string", "null"] }),
  },
  "became-not-nullable": {
    sentence: "A value may no longer be null.",
    example: ofSchema({ type: ["string", "null"] }, TEXT),
  },
  "type-changed": { sentence: "A value has another type.", example: ofSchema(TEXT, { type: "boolean" }) },
  "type-widened": {
    sentence: "A value may have one more type.",
    example: ofSchema(TEXT, { type: ["boolean", "string"] }),
  },
  "type-narrowed": {
    sentence: "A value may no longer have one of its types.",
    example: ofSchema({ type: ["boolean", "string"] }, TEXT),
  },
  "integer-widened": {
    sentence: "A number may now have a fraction.",
    example: ofSchema({ type: "integer" }, { type: "number" }),
  },
  "integer-narrowed": {
    sentence: "A number may no longer have a fraction.",
    example: ofSchema({ type: "number" }, { type: "integer" }),
  },
  "format-added": { sentence: "Text has a format.", example: ofSchema(TEXT, { ...TEXT, format: "uuid" }) },
  "format-removed": { sentence: "Text no longer has a format.", example: ofSchema({ ...TEXT, format: "uuid" }, TEXT) },
  "format-changed": {
    sentence: "Text has another format.",
    example: ofSchema({ ...TEXT, format: "date" }, { ...TEXT, format: "date-time" }),
  },
  "enum-value-added": {
    sentence: "A closed list of values has one more.",
    example: ofSchema(values("OPEN"), values("OPEN", "CLOSED")),
  },
  "enum-value-removed": {
    sentence: "A closed list of values has one less.",
    example: ofSchema(values("OPEN", "CLOSED"), values("OPEN")),
  },
  "enum-opened": { sentence: "A closed list of values becomes any value.", example: ofSchema(values("OPEN"), TEXT) },
  "enum-closed": { sentence: "Only listed values are allowed from now on.", example: ofSchema(TEXT, values("OPEN")) },
  "extensible-enum-value-added": {
    sentence: "An open list of known values has one more.",
    example: ofSchema(known("OPEN"), known("OPEN", "CLOSED")),
  },
  "extensible-enum-value-removed": {
    sentence: "An open list of known values has one less.",
    example: ofSchema(known("OPEN", "CLOSED"), known("OPEN")),
  },
  "constraint-tightened": {
    sentence: "A limit allows fewer values.",
    example: ofSchema({ ...TEXT, maxLength: 20 }, { ...TEXT, maxLength: 10 }),
  },
  "constraint-loosened": {
    sentence: "A limit allows more values.",
    example: ofSchema({ ...TEXT, maxLength: 10 }, { ...TEXT, maxLength: 20 }),
  },
  "constraint-changed": {
    sentence: "A condition allows other values; neither set is known to contain the other.",
    example: ofSchema({ ...TEXT, pattern: "^a" }, { ...TEXT, pattern: "^b" }),
  },
  "default-added": {
    sentence: "An absent value now has a default.",
    example: ofSchema(TEXT, { ...TEXT, default: "a" }),
  },
  "default-removed": {
    sentence: "An absent value no longer has a default.",
    example: ofSchema({ ...TEXT, default: "a" }, TEXT),
  },
  "default-changed": {
    sentence: "An absent value has another default.",
    example: ofSchema({ ...TEXT, default: "a" }, { ...TEXT, default: "b" }),
  },
  "extra-properties-allowed": {
    sentence: "An object may now have other properties than those listed.",
    example: ofSchema(withName({ additionalProperties: false }), withName({ additionalProperties: true })),
  },
  "extra-properties-refused": {
    sentence: "An object may no longer have other properties than those listed.",
    example: ofSchema(withName(), withName({ additionalProperties: false })),
  },
  "union-branch-added": {
    sentence: "A value may have one more shape.",
    example: ofSchema(union("string", "integer"), union("string", "integer", "boolean")),
  },
  "union-branch-removed": {
    sentence: "A value may no longer have one of its shapes.",
    example: ofSchema(union("string", "integer", "boolean"), union("string", "integer")),
  },
} satisfies Record<string, RuleText>;
