import type { Json, JsonObject } from "@nectar-sdk/openapi/document";

/** Gives the text for a place of the document; `plain` is what a good document has there. */
export type TextAt = (place: Place, plain: string) => string;

export type Place = "text" | "name" | "key" | "reference" | "address";

/** A document with everything that types, tables and READMEs are made of; the caller gives each string, name, key and reference. */
export function hostileDocument(at: TextAt): JsonObject {
  const text = (plain = "Text."): string => at("text", plain);
  const key = (plain: string): string => at("key", plain);
  const name = (plain: string): string => at("name", plain);
  const schema = key("Thing");
  const discriminator = key("kind");
  const scheme = key("key");
  const thing = { $ref: at("reference", `#/components/schemas/${encodeReference(schema)}`) };
  const parameter = (place: string, plain: string): JsonObject => ({
    ...{ name: name(plain), in: place, description: text(), example: text() },
    schema: { type: "string", default: text(), pattern: text(), format: text(), enum: [text(), text("b")] },
  });
  const answer: JsonObject = {
    description: text(),
    headers: { [key("X-Header")]: { description: text(), schema: { type: "string" } } },
    content: { [key("application/json")]: { schema: thing, example: { [key("a")]: text() } } },
  };
  return {
    ...{ openapi: "3.1.0", info: info(text), servers: [server(at, key)], externalDocs: { url: at("address", "/") } },
    security: [{ [scheme]: [] }],
    tags: [{ name: name("things"), description: text() }],
    paths: {
      [`/${path(key("things"))}/{id}`]: {
        summary: text(),
        put: {
          ...{ operationId: name("thing_update"), summary: text(), description: text(), tags: [name("things")] },
          ...{ "x-evidence": text("inferred"), externalDocs: { url: at("address", "https://things.test") } },
          parameters: [
            { ...parameter("path", "id"), name: "id", required: true },
            parameter("query", "filter"),
            parameter("header", "X-Trace"),
          ],
          requestBody: { description: text(), content: { [key("text/csv")]: { schema: thing } } },
          responses: { "200": answer, [key("404")]: { description: text() }, default: { description: text() } },
        },
      },
    },
    webhooks: { [key("thing.changed")]: { post: webhook(text, name, thing) } },
    components: {
      schemas: {
        [schema]: {
          ...{ type: "object", title: text(), description: text(), required: [discriminator, key("a")] },
          ...{ discriminator: { propertyName: discriminator }, additionalProperties: { const: text() } },
          properties: {
            [discriminator]: { type: "string", enum: [text("a"), text("b")], description: text() },
            [key("a")]: { type: "string", "x-extensible-enum": [text("c")], default: text(), example: text() },
            [key("file")]: { type: "string", format: "binary", contentMediaType: text() },
            [key("next")]: { oneOf: [thing, { type: "null" }] },
          },
          [`x-${key("extension")}`]: { [key("a")]: text() },
        },
      },
      securitySchemes: { [scheme]: { type: "apiKey", in: "header", name: name("X-API-KEY"), description: text() } },
    },
    [key("x-root")]: { [key("a")]: { [key("b")]: { type: text("string") } } },
  };
}

function info(text: (plain?: string) => string): JsonObject {
  return { title: text("Things"), version: text("1"), description: text(), contact: { name: text(), email: text() } };
}

function server(at: TextAt, key: (plain: string) => string): JsonObject {
  const variable = key("region");
  return {
    url: at("address", `https://{${variable}}.things.test`),
    description: at("text", "Text."),
    variables: { [variable]: { default: at("text", "eu"), enum: [at("text", "eu")] } },
  };
}

function webhook(text: (plain?: string) => string, name: (plain: string) => string, schema: Json): JsonObject {
  return {
    operationId: name("thing_changed"),
    ...{ summary: text(), description: text() },
    requestBody: { content: { "application/json": { schema } } },
    responses: { "200": { description: text() } },
  };
}

/** Characters that would change the template of a path. */
function path(text: string): string {
  return text.replaceAll(/[{}]/g, "");
}

function encodeReference(text: string): string {
  return encodeURIComponent(text.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"));
}
