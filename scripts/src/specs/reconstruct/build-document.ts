import { asObject, asString, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";
import type { Overlay } from "@nectar-sdk/openapi/overlay";
import { applyOverlay } from "@nectar-sdk/openapi/overlay";
import { expandPathItem, expandWebhook, type OperationDefaults } from "./expand-operation.ts";
import { expandPage, expandSchema } from "./expand-schema.ts";
import { dropInheritedEvidence } from "./inherited-evidence.ts";
import { pruneComponents } from "./prune-components.ts";
import type { Source } from "./source.ts";

/** How one version differs from the shapes of all versions. */
export interface VersionChanges {
  /** `v2.1` */
  readonly version: string;
  readonly server: string;
  /** Path parameters that this version names otherwise. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly overlay: Overlay;
}

/** One OpenAPI document, from the shared source and what its version changes. */
export function buildDocument(source: Source, changes: VersionChanges): JsonObject {
  const base = expandSource(source, changes);
  return dropInheritedEvidence(pruneComponents(asObject(applyOverlay(base, changes.overlay), "document")));
}

function expandSource(source: Source, changes: VersionChanges): JsonObject {
  const defaults = operationDefaults(source.document);
  const paths = [...source.paths].map(([template, tagged]) => {
    const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => `{${changes.pathParameters[name] ?? name}}`);
    return [path, expandPathItem(path, tagged, defaults)];
  });
  return {
    openapi: source.document["openapi"] ?? "3.1.0",
    info: expandInfo(source.document, changes.version),
    servers: [{ url: changes.server, description: "Nectar API Server" }],
    security: [],
    tags: Object.entries(objectAt(source.document, "tags", "document")).map(([name, description]) => ({
      name,
      description,
    })),
    paths: Object.fromEntries(paths),
    webhooks: mapToObject(source.webhooks, (tagged, event) => expandWebhook(event, tagged)),
    components: {
      schemas: {
        ...mapToObject(source.schemas, (_schema, name) => expandSchema(source, name)),
        ...mapToObject(source.pages, (page, name) => expandPage(name, page)),
      },
      parameters: mapToObject(source.parameters, (parameter) => parameter),
      responses: expandErrors(source.document),
      securitySchemes: objectAt(source.document, "securityScheme", "document"),
    },
  };
}

function expandInfo(document: JsonObject, version: string): JsonObject {
  const info = objectAt(document, "info", "document");
  return { ...info, description: asString(info["description"], "info.description").replace("{version}", version) };
}

function operationDefaults(document: JsonObject): OperationDefaults {
  const [security = ""] = Object.keys(objectAt(document, "securityScheme", "document"));
  const errors = objectAt(document, "errors", "document");
  return {
    security,
    errors: new Map(
      Object.keys(errors).map((status) => [
        status,
        asString(objectAt(errors, status, "errors")["name"], "errors.name"),
      ]),
    ),
  };
}

function expandErrors(document: JsonObject): JsonObject {
  const errors = objectAt(document, "errors", "document");
  return Object.fromEntries(
    Object.keys(errors).map((status) => {
      const { name, ...response } = objectAt(errors, status, "errors");
      const content = { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" } } };
      return [asString(name, `errors.${status}.name`), { ...response, content }];
    }),
  );
}

function mapToObject<T>(map: ReadonlyMap<string, T>, make: (value: T, name: string) => JsonObject): JsonObject {
  return Object.fromEntries([...map].map(([name, value]) => [name, make(value, name)]));
}
