import type { JsonObject } from "../../../document/json.ts";
import { ofSchema, type RuleText } from "./rule-text.ts";

const withName = (more: JsonObject = {}) => ({ type: "object", properties: { name: { type: "string" } }, ...more });
const OBJECT = { type: "object" };
const withAge = (more: JsonObject = {}) => ({ type: "object", properties: { age: { type: "integer" } }, ...more });
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
    example: ofSchema(TEXT, { ...TEXT, xml: { name: "a" } }),
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
    sentence: "A union is written with `oneOf` instead of `anyOf`, or the reverse, and no value fits two branches.",
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
  "encoding-changed": {
    sentence: "Text is encoded differently, or has other content.",
    example: ofSchema({ ...TEXT, contentEncoding: "base64" }, TEXT),
  },
  "tuple-changed": {
    sentence: "An array has more or fewer items with their own schema; the schemas are compared.",
    example: ofSchema({ type: "array", items: TEXT }, { type: "array", prefixItems: [TEXT], items: TEXT }),
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
  "open-property-added": {
    sentence: "A property is added to an object that allowed any other property, so that old values of it may not fit.",
    example: ofSchema({ ...OBJECT, additionalProperties: true }, withName({ additionalProperties: true })),
  },
  "closed-property-added": {
    sentence: "A property is added to an object that refused other properties.",
    example: ofSchema({ ...OBJECT, additionalProperties: false }, withName({ additionalProperties: false })),
  },
  "open-property-removed": {
    sentence: "A property is removed from an object that allows any other property.",
    example: ofSchema(withName({ additionalProperties: true }), { ...OBJECT, additionalProperties: true }),
  },
  "closed-property-removed": {
    sentence: "A property is removed from an object that refuses other properties.",
    example: ofSchema(withName({ additionalProperties: false }), { ...OBJECT, additionalProperties: false }),
  },
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
  "values-replaced": {
    sentence: "None of the listed values is left.",
    example: ofSchema({ const: "OPEN" }, { const: "CLOSED" }),
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
  "extra-properties-declared": {
    sentence: "The document states that an object may have other properties, which no keyword refused before.",
    example: ofSchema(withName(), withName({ additionalProperties: true })),
  },
  "extra-properties-undeclared": {
    sentence: "The document no longer states that an object may have other properties, and no keyword refuses them.",
    example: ofSchema(withName({ additionalProperties: true }), withName()),
  },
  "extra-properties-refused": {
    sentence: "An object may no longer have other properties than those listed.",
    example: ofSchema(withName(), withName({ additionalProperties: false })),
  },
  "union-branch-added": {
    sentence: "A value may have one more shape.",
    example: ofSchema(union("string", "integer"), union("string", "integer", "boolean")),
  },
  "overlapping-branch-added": {
    sentence: "A `oneOf` has one more branch, and a value that fits another branch may fit it, too.",
    example: ofSchema({ oneOf: [withName()] }, { oneOf: [withName(), withAge()] }),
  },
  "overlapping-branch-removed": {
    sentence: "A `oneOf` has one branch less, and a value may have fitted it and another branch.",
    example: ofSchema({ oneOf: [withName(), withAge(), { type: "string" }] }, { oneOf: [withName(), TEXT] }),
  },
  "branch-overlap-changed": {
    sentence: "A branch of a `oneOf` changes, and a value may fit another branch, too.",
    example: ofSchema(
      { oneOf: [withAge(), { ...OBJECT, required: ["a"] }] },
      { oneOf: [withAge({ minProperties: 1 }), { ...OBJECT, required: ["a"] }] },
    ),
  },
  "union-became-exclusive": {
    sentence: "A value may no longer fit several branches (`anyOf` becomes `oneOf`).",
    example: ofSchema({ anyOf: [withName(), withAge()] }, { oneOf: [withName(), withAge()] }),
  },
  "union-became-inclusive": {
    sentence: "A value may now fit several branches (`oneOf` becomes `anyOf`).",
    example: ofSchema({ oneOf: [withName(), withAge()] }, { anyOf: [withName(), withAge()] }),
  },
  "union-added": {
    sentence: "Beside its other keywords, a value must now fit a branch.",
    example: ofSchema(withName(), withName({ anyOf: [withAge(), { required: ["name"] }] })),
  },
  "union-removed": {
    sentence: "Beside its other keywords, a value need no longer fit a branch.",
    example: ofSchema(withName({ anyOf: [withAge(), { required: ["name"] }] }), withName()),
  },
  "schema-refused": {
    sentence: "No value is allowed in a place (the schema is `false`).",
    example: ofSchema({ type: "array", items: TEXT }, { type: "array", items: false }),
  },
  "schema-allowed": {
    sentence: "Values are allowed in a place that had none (the schema was `false`).",
    example: ofSchema({ type: "array", items: false }, { type: "array", items: TEXT }),
  },
  "union-branch-removed": {
    sentence: "A value may no longer have one of its shapes.",
    example: ofSchema(union("string", "integer", "boolean"), union("string", "integer")),
  },
} satisfies Record<string, RuleText>;
