import { type ApiContent, type ApiOperation, type Json, type JsonObject, readApi } from "@nectar-sdk/openapi/document";

/** One named example of a document with the schema that it has to follow. */
export interface Example {
  readonly operationId: string;
  readonly place: "request" | "response" | "webhook" | "parameter";
  /** Status of the response, or name of the parameter; empty otherwise. */
  readonly detail: string;
  readonly name: string;
  readonly schema: Json;
  readonly value: Json;
}

/** All examples of one request body, response, webhook payload or parameter. */
export interface ExampleSet {
  readonly operationId: string;
  readonly place: Example["place"];
  readonly detail: string;
  readonly examples: readonly Example[];
}

/** Collects every body of a document with its examples, and every parameter that has examples. */
export function collectExampleSets(document: JsonObject): ExampleSet[] {
  const { operations, webhooks } = readApi(document);
  return [
    ...operations.flatMap((operation) => [
      ...operation.parameters
        .filter(({ examples }) => examples.size > 0)
        .map((parameter) => createSet(operation, "parameter", parameter.name, [parameter])),
      ...collectBody(operation, "request"),
      ...[...operation.responses].flatMap(([status, { content }]) =>
        content.size === 0 ? [] : [createSet(operation, "response", status, content.values())],
      ),
    ]),
    ...webhooks.flatMap((webhook) => collectBody(webhook, "webhook")),
  ];
}

/** Returns the name of an example for messages. A single `example` has no name, so its place identifies it. */
export function labelExample({ operationId, place, detail, name }: Example): string {
  return [operationId, place, detail, name].filter((part) => part !== "" && part !== "default").join(" ");
}

function collectBody(operation: ApiOperation, place: "request" | "webhook"): ExampleSet[] {
  const { body } = operation;
  return body === undefined ? [] : [createSet(operation, place, "", body.content.values())];
}

function createSet(
  { id, method, path }: ApiOperation,
  place: Example["place"],
  detail: string,
  content: Iterable<ApiContent>,
): ExampleSet {
  const operationId = id ?? `${method} ${path}`;
  const examples = [...content].flatMap(({ schema, examples: named }) =>
    [...named].map(([name, value]) => ({ operationId, place, detail, name, schema, value })),
  );
  return { operationId, place, detail, examples };
}
