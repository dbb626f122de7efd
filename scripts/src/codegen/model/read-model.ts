import {
  type ApiDescription,
  type ApiOperation,
  arrayIn,
  chooseMediaType,
  isObject,
  type JsonObject,
  objectAt,
  objectIn,
  readApi,
  replacePathParameters,
  stringIn,
} from "@nectar-sdk/openapi/document";
import { textAt, toPlainText } from "../docs/document-text.ts";
import type { CallNames } from "../names/call-name.ts";
import type { ResourceDocs } from "../names/parse-resources.ts";
import { type ChosenNames, nameTypes, type TypeNames } from "../names/type-names.ts";
import type { Api, Operation, Resource, Webhook } from "./api.ts";
import { readOperation } from "./read-operation.ts";
import { referencedType } from "./type-text.ts";

/**
 * Reads an effective document that has passed `checkDocument`.
 *
 * @param docs descriptions of product and resources; by default the title of the document and the descriptions of its tags
 * @param chosen names of types; by default those of the component schemas
 */
export function readModel(document: JsonObject, names: CallNames, docs?: ResourceDocs, chosen?: ChosenNames): Api {
  const api = readApi(document);
  const schemas = objectAt(objectAt(document, "components", "document"), "schemas", "components");
  const types = nameTypes(Object.keys(schemas), api.operations, names, chosen);
  const operations = api.operations.map((operation) => readOperation(document, operation, names, types));
  const info = objectAt(document, "info", "document");
  return {
    product: docs?.product ?? textAt(info, "title"),
    description: textAt(info, "description"),
    baseUrl: readBaseUrl(document),
    apiKeyHeader: readApiKeyHeader(api),
    operations,
    resources: groupByResource(
      operations,
      types,
      (name, first) => docs?.resources.get(name) ?? readTagDescription(api, first),
    ),
    webhooks: api.webhooks.map((webhook) => readWebhook(webhook, types)),
    types,
  };
}

/** Reads the URL of the first server, with the default values of its variables. */
function readBaseUrl(document: JsonObject): string {
  const [server] = arrayIn(document, "servers");
  // OpenAPI assumes "/" when a document has no servers.
  if (!isObject(server)) return "/";
  const variables = objectAt(server, "variables", "servers");
  const url = replacePathParameters(textAt(server, "url"), (name) => textAt(objectIn(variables, name), "default"));
  return url.replace(/(?<=.)\/$/, "");
}

function readApiKeyHeader({ securitySchemes }: ApiDescription): string | undefined {
  const schemes = Object.values(securitySchemes);
  const scheme = schemes.find((item) => stringIn(item, "type") === "apiKey" && stringIn(item, "in") === "header");
  return isObject(scheme) ? textAt(scheme, "name") : undefined;
}

/** Groups operations into resources in the order of their names. */
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

/** Reads the description of the first tag of an operation. */
function readTagDescription({ operations }: ApiDescription, operation: Operation | undefined): string {
  const [tag] = operations.find(({ id }) => id === operation?.id)?.tags ?? [];
  return toPlainText(tag?.description ?? "");
}

function readWebhook({ path, method, object, body }: ApiOperation, types: TypeNames): Webhook {
  const mediaType = chooseMediaType(body?.content.keys() ?? []);
  const docs = [textAt(object, "summary"), textAt(object, "description")].filter((text) => text !== "").join("\n\n");
  if (mediaType === undefined) return { event: path, docs, type: { text: "unknown", names: [] } };
  const [event, key, media] = [path, "requestBody", mediaType].map((text) => JSON.stringify(text));
  const inPlace = `NonNullable<webhooks[${event}]["${method}"][${key}]>["content"][${media}]`;
  const named = referencedType(body?.content.get(mediaType)?.schema, types);
  return { event: path, docs, type: named ?? { text: inPlace, names: ["webhooks"] } };
}
