import {
  asObject,
  asString,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
} from "@nectar-sdk/openapi/document";
import { applyOverlay } from "@nectar-sdk/openapi/overlay";
import { expandPathItem, expandWebhook, type OperationDefaults } from "./expand-operation.ts";
import { expandPage, expandSchema } from "./expand-schema.ts";
import { dropInheritedEvidence } from "./inherited-evidence.ts";
import type { Source, VersionChanges } from "./source.ts";

/** Builds the OpenAPI document of one version from the shared source and the changes of the version. */
export function buildDocument(source: Source, changes: VersionChanges): JsonObject {
  const document = asObject(applyOverlay(expandSource(source, changes), changes.overlay), "document");
  return dropInheritedEvidence(pruneComponents(document));
}

function expandSource(source: Source, changes: VersionChanges): JsonObject {
  const { document } = source;
  const info = objectAt(document, "info", "document");
  const description = asString(info["description"], "info.description").replace("{version}", changes.version);
  const tags = Object.entries(objectAt(document, "tags", "document"));
  const securitySchemes = objectAt(document, "securityScheme", "document");
  const errors = Object.entries(objectAt(document, "errors", "document")).map(([status, value]) => {
    const { name, ...response } = asObject(value, `errors.${status}`);
    return { status, name: asString(name, `errors.${status}.name`), response };
  });
  const defaults: OperationDefaults = {
    security: Object.keys(securitySchemes)[0] ?? "",
    errors: new Map(errors.map(({ status, name }) => [status, name])),
  };
  const paths = [...source.paths].map(([template, tagged]) => {
    const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => `{${changes.pathParameters[name] ?? name}}`);
    return [path, expandPathItem(path, tagged, defaults)];
  });
  const content = { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } };
  return {
    openapi: document["openapi"] ?? "3.1.0",
    info: { ...info, description },
    servers: [{ url: changes.server, description: "Nectar API Server" }],
    security: [],
    tags: tags.map(([name, text]) => ({ name, description: text })),
    paths: Object.fromEntries(paths),
    webhooks: mapEntries(source.webhooks, (tagged, event) => expandWebhook(event, tagged)),
    components: {
      schemas: {
        ...mapEntries(source.schemas, (_schema, name) => expandSchema(source, name)),
        ...mapEntries(source.pages, (page, name) => expandPage(name, page)),
      },
      parameters: Object.fromEntries(source.parameters),
      responses: Object.fromEntries(errors.map(({ name, response }) => [name, { ...response, content }])),
      securitySchemes,
    },
  };
}

function mapEntries<T>(map: ReadonlyMap<string, T>, expand: (value: T, name: string) => JsonObject): JsonObject {
  return Object.fromEntries([...map].map(([name, value]) => [name, expand(value, name)]));
}

/** Removes the components that no operation or webhook uses: each version uses some of the shared ones. */
function pruneComponents(document: JsonObject): JsonObject {
  const components = objectAt(document, "components", "document");
  const reached = new Set<Json>();
  const visit = (value: unknown): void => {
    if (isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const ref = value["$ref"];
    if (typeof ref === "string" && !reached.has(ref)) {
      reached.add(ref);
      const [, , section = "", name = ""] = ref.split("/");
      visit(objectAt(objectAt(components, section, "components"), name, section));
    }
    Object.values(value).forEach(visit);
  };
  visit([document["paths"], document["webhooks"]]);
  const kept = Object.keys(components).map((section) => {
    const members = Object.entries(objectAt(components, section, "components"));
    const isUsed = (name: string) => section === "securitySchemes" || reached.has(`#/components/${section}/${name}`);
    return [section, Object.fromEntries(members.filter(([name]) => isUsed(name)))];
  });
  return { ...document, components: Object.fromEntries(kept) };
}
