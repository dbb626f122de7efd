import { chooseMediaType, isArray, type Json, type JsonObject, objectIn, readApi } from "@nectar-sdk/openapi/document";
import { type Located, locate } from "@nectar-sdk/openapi/overlay";

/** A place of a document that needs an example. */
export interface ExamplePlace extends Located {
  /** `content` holds named examples, a `parameter` a single one. */
  readonly kind: "content" | "parameter";
  /** Operation and place, for messages. */
  readonly name: string;
  readonly schema: Json;
  /** Whether there is no example yet. A body in several media types needs only one. */
  readonly isBare: boolean;
}

/**
 * Lists every body, response and path parameter with a schema, each once, at the target of its references. The mock server and the
 * contract tests depend on their examples.
 */
export function listExamplePlaces(document: JsonObject): ExamplePlace[] {
  const { operations: calls, webhooks } = readApi(document);
  const operations = [
    ...calls.map((operation) => ({ section: "paths", ...operation })),
    ...webhooks.map((operation) => ({ section: "webhooks", ...operation })),
  ];
  const places = operations.flatMap(({ section, path, method, id = `${method} ${path}` }) => {
    const item = locate(document, [section, path]);
    const operation = [...item.path, method];
    const { object } = locate(document, operation);
    const statuses = Object.keys(objectIn(object, "responses"));
    return [
      ...listParameters(document, [...item.path, "parameters"], item.object["parameters"], id),
      ...listParameters(document, [...operation, "parameters"], object["parameters"], id),
      ...listContent(document, [...operation, "requestBody"], `${id} request`),
      ...statuses.flatMap((status) => listContent(document, [...operation, "responses", status], `${id} ${status}`)),
    ];
  });
  return [...new Map(places.map((place) => [JSON.stringify(place.path), place])).values()];
}

function listParameters(
  document: JsonObject,
  path: Located["path"],
  parameters: Json | undefined,
  id: string,
): ExamplePlace[] {
  return (isArray(parameters) ? parameters : []).flatMap((_, index) => {
    const located = locate(document, [...path, index]);
    const { in: where, name, schema } = located.object;
    if (where !== "path" || schema === undefined) return [];
    const isBare = !hasExample(located.object);
    return [{ ...located, kind: "parameter" as const, name: `${id} ${String(name)}`, schema, isBare }];
  });
}

function listContent(document: JsonObject, path: Located["path"], name: string): ExamplePlace[] {
  const holder = locate(document, path);
  const content = objectIn(holder.object, "content");
  const located = Object.keys(content).map((mediaType) => ({
    mediaType,
    ...locate(document, [...holder.path, "content", mediaType]),
  }));
  const preferred = chooseMediaType(Object.keys(content));
  const isBare = !located.some(({ object }) => hasExample(object));
  return located.flatMap(({ mediaType, path, object }) => {
    const { schema } = object;
    if (schema === undefined) return [];
    return [{ path, object, kind: "content" as const, name, schema, isBare: isBare && mediaType === preferred }];
  });
}

function hasExample(holder: JsonObject): boolean {
  return holder["example"] !== undefined || holder["examples"] !== undefined;
}
