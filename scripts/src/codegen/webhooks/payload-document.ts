import {
  type ApiOperation,
  chooseMediaType,
  type JsonObject,
  objectAt,
  objectIn,
  readApi,
  readSchemaName,
  resolve,
  walkObjects,
} from "@nectar-sdk/openapi/document";
import { pascalCase, unused } from "../names/identifier.ts";

/**
 * Reduces a document to its webhooks: the events, each with a named payload, and the schemas they refer to, directly or through
 * others, in the order of the document. A payload described in place takes its given name, or that of its event.
 */
export function payloadDocument(document: JsonObject, given: ReadonlyMap<string, string> = new Map()): JsonObject {
  const schemas = objectAt(objectAt(document, "components", "document"), "schemas", "components");
  const described: [string, JsonObject][] = [];
  const taken = new Set(Object.keys(schemas));
  const webhooks = readApi(document).webhooks.map((webhook): [string, JsonObject] => {
    const { schema, examples } = readPayload(document, webhook);
    let name = readSchemaName(schema);
    if (name === undefined) {
      name = unused(given.get(webhook.path) ?? `${pascalCase(webhook.path)}Payload`, taken);
      taken.add(name);
      described.push([name, schema]);
    }
    const media = { ...examples, schema: { $ref: `#/components/schemas/${name}` } };
    const requestBody = { content: { "application/json": media } };
    return [webhook.path, { [webhook.method]: { ...webhook.object, requestBody } }];
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

/** Reads the schema without resolving it, since its name becomes the name of the type. */
function readPayload(
  document: JsonObject,
  { object, path }: ApiOperation,
): { schema: JsonObject; examples: JsonObject } {
  const content = objectAt(resolve(document, object["requestBody"]), "content", path);
  const media = objectIn(content, chooseMediaType(Object.keys(content)) ?? "");
  const kept = Object.entries(media).filter(([key]) => key === "examples" || key === "x-no-example");
  return { schema: objectAt(media, "schema", path), examples: Object.fromEntries(kept) };
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
  return [...walkObjects(node)].flatMap(({ object }) => readSchemaName(object) ?? []);
}
