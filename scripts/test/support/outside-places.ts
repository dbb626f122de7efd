import { isArray, isObject, type Json, type JsonObject, pointerKeys } from "@nectar-sdk/openapi/document";
import { answering, smallDocument } from "./small-document.ts";

/** A document that names something outside itself in one place. */
export interface OutsidePlace {
  /** JSON pointer to the refused value. */
  readonly pointer: string;
  /** Whether a pull drops the value, since the document says the same without it. */
  readonly isDropped: boolean;
  readonly document: JsonObject;
}

const GET = "#/paths/~1thing/get";
const ANSWER = `${GET}/responses/200`;
const MEDIA = `${ANSWER}/content/application~1json`;
const SCHEMA = `${MEDIA}/schema`;

/** Where OpenAPI 3.0 and 3.1 allow a Reference Object, and where tools look for one anyway. */
const REFERENCES: readonly string[] = [
  "#/paths/~1other",
  "#/paths/~1other/get",
  "#/paths/~1thing/parameters/0",
  `${GET}/parameters/0`,
  `${GET}/parameters/0/schema`,
  `${GET}/parameters/0/content/text~1plain`,
  `${GET}/parameters/0/examples/a`,
  `${GET}/requestBody`,
  `${GET}/requestBody/content/text~1plain/schema`,
  `${GET}/requestBody/content/text~1plain/encoding/a/headers/B`,
  `${GET}/callbacks/a`,
  `${GET}/callbacks/a/{$url}`,
  `${GET}/externalDocs`,
  `${GET}/x-codeSamples/0/source`,
  `${GET}/x-extension`,
  ANSWER,
  `${ANSWER}/headers/A`,
  `${ANSWER}/headers/A/schema`,
  `${ANSWER}/links/a`,
  MEDIA,
  `${MEDIA}/example`,
  `${MEDIA}/examples/a`,
  `${MEDIA}/examples/a/value`,
  SCHEMA,
  `${SCHEMA}/items`,
  `${SCHEMA}/properties/a`,
  `${SCHEMA}/additionalProperties`,
  `${SCHEMA}/patternProperties/a`,
  `${SCHEMA}/allOf/0`,
  `${SCHEMA}/oneOf/0`,
  `${SCHEMA}/not`,
  `${SCHEMA}/if`,
  `${SCHEMA}/prefixItems/0`,
  `${SCHEMA}/dependentSchemas/a`,
  `${SCHEMA}/$defs/a`,
  `${SCHEMA}/default`,
  `${SCHEMA}/enum/0`,
  `${SCHEMA}/const`,
  `${SCHEMA}/example`,
  `${SCHEMA}/externalDocs`,
  "#/webhooks/a",
  "#/info/description",
  "#/info/license",
  "#/externalDocs",
  "#/tags/0",
  "#/servers/0",
  "#/security/0",
  "#/x-extension/a",
  "#/x-webhooks/a",
  ...["schemas", "responses", "parameters", "examples", "requestBodies", "headers"].map(component),
  ...["securitySchemes", "links", "callbacks", "pathItems"].map(component),
];

/** Keys for addresses beside `$ref`. */
const KEYS: readonly (readonly [pointer: string, key: string])[] = [
  [`${MEDIA}/examples/a`, "externalValue"],
  [component("examples"), "externalValue"],
  [`${ANSWER}/links/a`, "operationRef"],
  [SCHEMA, "$dynamicRef"],
  [SCHEMA, "$recursiveRef"],
  [SCHEMA, "$schema"],
  [SCHEMA, "$id"],
  ["#", "jsonSchemaDialect"],
];

/** A document for each place where a tool might request the address or read the file. */
export function outsidePlaces(address: string): OutsidePlace[] {
  const mapping = `${SCHEMA}/discriminator/mapping/a`;
  return [
    ...REFERENCES.map((pointer) => ({ pointer, isDropped: false, document: documentWith(pointer, { $ref: address }) })),
    ...KEYS.map(([pointer, key]) => {
      return { pointer, isDropped: key === "externalValue", document: documentWith(`${pointer}/${key}`, address) };
    }),
    { pointer: mapping, isDropped: false, document: documentWith(mapping, address) },
  ];
}

function component(section: string): string {
  return `#/components/${section}/A`;
}

function documentWith(pointer: string, value: Json): JsonObject {
  const operation = { operationId: "thing_list", summary: "Things.", ...answering({ type: "object" }) };
  const base = smallDocument({ "/thing": { get: operation } });
  const document = placeAt(base, pointerKeys(pointer) ?? [], value);
  return isObject(document) ? document : base;
}

/** Copies a value with another value at a place; missing parents become an array before a number, otherwise an object. */
function placeAt(node: Json | undefined, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (/^\d$/.test(key) && !isObject(node)) {
    const [first, ...others] = isArray(node) ? node : [];
    return [placeAt(first, rest, value), ...others];
  }
  const object = isObject(node) ? node : {};
  return { ...object, [key]: placeAt(object[key], rest, value) };
}
