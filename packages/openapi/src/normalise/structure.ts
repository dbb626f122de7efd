import { METHODS } from "../document/read-api.ts";

/** The kinds of objects in a document; see https://spec.openapis.org/oas/v3.1.1#schema-0. */
export type Kind =
  | "document"
  | "info"
  | "server"
  | "tag"
  | "components"
  | "pathItem"
  | "operation"
  | "callback"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "link"
  | "externalDocs"
  | "securityScheme"
  | "schema";

/** The value at a key: one object (or a list of them), or a map from free names to objects. */
export interface Child {
  readonly kind: Kind;
  readonly isMap: boolean;
}

/** The key that stands for every key. */
export const ANY = "*";

/** The objects below each kind of object. Any other value is data. */
export const STRUCTURE: Readonly<Record<Kind, ReadonlyMap<string, Child>>> = {
  document: children({
    one: [
      ["info", "info"],
      ["servers", "server"],
      ["tags", "tag"],
      ["components", "components"],
      ["externalDocs", "externalDocs"],
    ],
    map: [
      ["paths", "pathItem"],
      ["webhooks", "pathItem"],
    ],
  }),
  info: children({}),
  server: children({}),
  tag: children({ one: [["externalDocs", "externalDocs"]] }),
  components: children({
    map: [
      ["schemas", "schema"],
      ["parameters", "parameter"],
      ["responses", "response"],
      ["requestBodies", "requestBody"],
      ["headers", "header"],
      ["examples", "example"],
      ["links", "link"],
      ["callbacks", "callback"],
      ["pathItems", "pathItem"],
      ["securitySchemes", "securityScheme"],
    ],
  }),
  pathItem: children({
    one: [
      ["servers", "server"],
      ["parameters", "parameter"],
      ...METHODS.map((method): [string, Kind] => [method, "operation"]),
    ],
  }),
  operation: children({
    one: [
      ["externalDocs", "externalDocs"],
      ["servers", "server"],
      ["parameters", "parameter"],
      ["requestBody", "requestBody"],
    ],
    map: [
      ["responses", "response"],
      ["callbacks", "callback"],
    ],
  }),
  callback: children({ one: [[ANY, "pathItem"]] }),
  parameter: children({
    one: [["schema", "schema"]],
    map: [
      ["content", "mediaType"],
      ["examples", "example"],
    ],
  }),
  requestBody: children({ map: [["content", "mediaType"]] }),
  response: children({
    map: [
      ["headers", "header"],
      ["content", "mediaType"],
      ["links", "link"],
    ],
  }),
  header: children({
    one: [["schema", "schema"]],
    map: [
      ["content", "mediaType"],
      ["examples", "example"],
    ],
  }),
  mediaType: children({
    one: [["schema", "schema"]],
    map: [
      ["examples", "example"],
      ["encoding", "encoding"],
    ],
  }),
  encoding: children({ map: [["headers", "header"]] }),
  example: children({}),
  link: children({ one: [["server", "server"]] }),
  externalDocs: children({}),
  securityScheme: children({}),
  schema: children({
    one: [
      ...["items", "prefixItems", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains"],
      ...["additionalProperties", "unevaluatedProperties", "unevaluatedItems", "propertyNames", "contentSchema"],
    ].map((key): [string, Kind] => [key, "schema"]),
    map: ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"].map((key): [string, Kind] => [
      key,
      "schema",
    ]),
  }),
};

type Entries = readonly (readonly [key: string, kind: Kind])[];

function children({ one = [], map = [] }: { one?: Entries; map?: Entries }): ReadonlyMap<string, Child> {
  const entries = [...one.map((entry) => [...entry, false] as const), ...map.map((entry) => [...entry, true] as const)];
  return new Map(entries.map(([key, kind, isMap]) => [key, { kind, isMap }]));
}
