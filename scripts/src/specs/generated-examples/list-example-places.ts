import { chooseMediaType, isArray, type Json, type JsonObject, objectIn, readApi } from "@nectar-sdk/openapi/document";
import { type Located, locate } from "@nectar-sdk/openapi/overlay";
import { readNoExample } from "../examples/no-example.ts";

/** A place of a document that needs an example. */
export interface ExamplePlace extends Located {
  /** `content` holds named examples, a `parameter` a single one. */
  readonly kind: "content" | "parameter";
  /** Operation and place, for messages. */
  readonly name: string;
  readonly schema: Json;
  /** Whether an example is missing. A body in several media types needs only one, and one that no value fits has none. */
  readonly isBare: boolean;
}

/** An example of a place, where it is written. */
export interface PlacedExample {
  readonly path: Located["path"];
  readonly schema: Json;
  readonly value: Json;
  /** Whether it is generated as a whole. */
  readonly isGenerated: boolean;
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

/** Lists the named examples of all places. */
export function listExamples(document: JsonObject): PlacedExample[] {
  return listExamplePlaces(document).flatMap((place) => listExamplesAt(document, place));
}

/** Lists the named examples of a place. */
export function listExamplesAt(document: JsonObject, { path, object, schema }: ExamplePlace): PlacedExample[] {
  return Object.keys(objectIn(object, "examples")).flatMap((name) => {
    const located = locate(document, [...path, "examples", name]);
    const { value, "x-generated": generated } = located.object;
    return value === undefined ? [] : [{ path: located.path, schema, value, isGenerated: generated === true }];
  });
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
    const isBare = !hasExample(located.object) && readNoExample(located.object) === undefined;
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
  const isBare = !located.some(({ object }) => hasExample(object) || readNoExample(object) !== undefined);
  return located.flatMap(({ mediaType, path, object }) => {
    const { schema } = object;
    if (schema === undefined) return [];
    return [{ path, object, kind: "content" as const, name, schema, isBare: isBare && mediaType === preferred }];
  });
}

function hasExample(holder: JsonObject): boolean {
  return holder["example"] !== undefined || holder["examples"] !== undefined;
}
