import {
  type JsonObject,
  listWebhooks,
  objectAt,
  preferredMediaType,
  resolve,
  schemaNameOf,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import { pascalCase, unused } from "../names/identifier.ts";

/**
 * What a document says about webhooks and nothing else: its events, each with a named payload, and the schemas that these refer to,
 * directly or through others, in the order of the document. A payload that is described in place gets the name of its event.
 */
export function payloadDocument(document: JsonObject): JsonObject {
  const schemas = objectAt(objectAt(document, "components", "document"), "schemas", "components");
  const described: [string, JsonObject][] = [];
  const taken = new Set(Object.keys(schemas));
  const webhooks = listWebhooks(document).map(({ path, method, object }): [string, JsonObject] => {
    const content = objectAt(resolve(document, object["requestBody"]), "content", path);
    const mediaType = preferredMediaType(Object.keys(content));
    const schema = mediaType === undefined ? {} : objectAt(objectAt(content, mediaType, path), "schema", mediaType);
    let name = schemaNameOf(schema);
    if (name === undefined) {
      name = unused(`${pascalCase(path)}Payload`, taken);
      taken.add(name);
      described.push([name, schema]);
    }
    const reference = { schema: { $ref: `#/components/schemas/${name}` } };
    const requestBody = { content: { "application/json": { ...examplesOf(content, mediaType), ...reference } } };
    return [path, { [method]: { ...object, requestBody } }];
  });
  const all = { ...schemas, ...Object.fromEntries(described) };
  const used = reachableSchemas({ ...document, components: { schemas: all } }, webhooks);
  return {
    openapi: document["openapi"] ?? "3.1.0",
    info: objectAt(document, "info", "document"),
    paths: {},
    webhooks: Object.fromEntries(webhooks),
    components: { schemas: Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name))) },
  };
}

function examplesOf(content: JsonObject, mediaType: string | undefined): JsonObject {
  const media = mediaType === undefined ? {} : objectAt(content, mediaType, "content");
  return media["examples"] === undefined ? {} : { examples: media["examples"] };
}

function reachableSchemas(document: JsonObject, webhooks: readonly (readonly [string, JsonObject])[]): Set<string> {
  const found = new Set<string>();
  const open = webhooks.flatMap(([, item]) => referencesIn({ item }));
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...referencesIn(resolve(document, { $ref: `#/components/schemas/${name}` })));
  }
  return found;
}

function referencesIn(node: JsonObject): string[] {
  return [...walkObjects(node)].flatMap(({ object }) => schemaNameOf(object) ?? []);
}
