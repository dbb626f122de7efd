import {
  type FoundOperation,
  isArray,
  isObject,
  type JsonObject,
  listOperations,
  listWebhooks,
  objectAt,
  preferredMediaType,
  resolve,
} from "@nectar-sdk/openapi/document";
import { textAt } from "../docs/document-text.ts";
import type { CallNames } from "../names/call-name.ts";
import type { ResourceDocs } from "../names/parse-resources.ts";
import { nameTypes, type TypeNames } from "../names/type-names.ts";
import type { Api, Operation, Resource, Webhook } from "./api.ts";
import { readOperation } from "./read-operation.ts";
import { referencedType } from "./type-text.ts";

/**
 * Reads an effective document that has passed `checkDocument`.
 *
 * @param docs product and resources in words; by default the title of the document and the descriptions of its tags
 */
export function readApi(document: JsonObject, names: CallNames, docs?: ResourceDocs): Api {
  const schemas = objectAt(objectAt(document, "components", "document"), "schemas", "components");
  const found = listOperations(document);
  const types = nameTypes(Object.keys(schemas), found, names);
  const operations = found.map((operation) => readOperation(document, operation, names, types));
  const info = objectAt(document, "info", "document");
  return {
    product: docs?.product ?? textAt(info, "title"),
    description: textAt(info, "description"),
    baseUrl: readBaseUrl(document),
    apiKeyHeader: readApiKeyHeader(document),
    operations,
    resources: groupByResource(
      operations,
      types,
      (name, first) => docs?.resources.get(name) ?? readTagDescription(document, found, first),
    ),
    webhooks: listWebhooks(document).map((webhook) => readWebhook(document, webhook, types)),
    types,
  };
}

/** Address of the first server, its variables at their defaults. */
function readBaseUrl(document: JsonObject): string {
  const [server] = isArray(document["servers"]) ? document["servers"] : [];
  // "/" is what OpenAPI assumes where a document names no server.
  if (!isObject(server)) return "/";
  const variables = objectAt(server, "variables", "servers");
  const url = textAt(server, "url").replace(/\{([^}]+)\}/g, (_match, name: string) =>
    textAt(objectAt(variables, name, "variables"), "default"),
  );
  return url.replace(/(?<=.)\/$/, "");
}

function readApiKeyHeader(document: JsonObject): string | undefined {
  const schemes = objectAt(objectAt(document, "components", "document"), "securitySchemes", "components");
  const scheme = Object.values(schemes)
    .map((value) => resolve(document, value))
    .find((candidate) => candidate["type"] === "apiKey" && candidate["in"] === "header");
  return scheme === undefined ? undefined : textAt(scheme, "name");
}

/** Resources in the order of their names. */
function groupByResource(
  operations: readonly Operation[],
  types: TypeNames,
  describe: (resource: string, first: Operation | undefined) => string,
): Resource[] {
  const groups = Map.groupBy(operations, ({ name }) => name.resource);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({
      name,
      type: types.resources.get(name) ?? "",
      description: describe(name, members[0]),
      operations: members,
    }));
}

/** Description of the first tag of an operation. */
function readTagDescription(
  document: JsonObject,
  found: readonly FoundOperation[],
  operation: Operation | undefined,
): string {
  const tagged = found.find(({ id }) => id === operation?.id)?.object["tags"];
  const [name] = isArray(tagged) ? tagged : [];
  const tags = isArray(document["tags"]) ? document["tags"].filter(isObject) : [];
  const tag = tags.find((candidate) => candidate["name"] === name);
  return tag === undefined ? "" : textAt(tag, "description");
}

function readWebhook(document: JsonObject, { path, method, object }: FoundOperation, types: TypeNames): Webhook {
  const content = objectAt(resolve(document, object["requestBody"]), "content", path);
  const mediaType = preferredMediaType(Object.keys(content));
  const docs = [textAt(object, "summary"), textAt(object, "description")].filter((text) => text !== "").join("\n\n");
  if (mediaType === undefined) return { event: path, docs, type: { text: "unknown", names: [] } };
  const [event, body, media] = [path, "requestBody", mediaType].map((key) => JSON.stringify(key));
  const inPlace = `NonNullable<webhooks[${event}]["${method}"][${body}]>["content"][${media}]`;
  const named = referencedType(objectAt(content, mediaType, path)["schema"], types);
  return { event: path, docs, type: named ?? { text: inPlace, names: ["webhooks"] } };
}
