import {
  type ApiContent,
  type ApiOperation,
  type Json,
  type JsonObject,
  objectIn,
  readApi,
  resolve,
  toOperationKey,
} from "@nectar-sdk/openapi/document";
import { readNoExample } from "./no-example.ts";

/** One named example of a document with the schema that it has to follow. */
export interface Example {
  readonly operationId: string;
  /** `GET /site/{}`, or the event of a webhook. */
  readonly key: string;
  readonly place: "request" | "response" | "webhook" | "parameter";
  /** Status of the response, or name of the parameter; empty otherwise. */
  readonly detail: string;
  readonly name: string;
  readonly schema: Json;
  readonly value: Json;
  /** Whether it is sampled, at least in part (`x-generated`): it is valid, but does not belong to the world of the others. */
  readonly isGenerated: boolean;
  /** Whether it is sampled as a whole. */
  readonly isWhollyGenerated: boolean;
}

/** All examples of one request body, response, webhook payload or parameter. */
export interface ExampleSet {
  readonly operationId: string;
  readonly key: string;
  readonly place: Example["place"];
  readonly detail: string;
  /** Why there is no example; undefined if there should be one. */
  readonly reason: string | undefined;
  readonly examples: readonly Example[];
}

/** Collects every body of a document with its examples, and every parameter that has examples or cannot have one. */
export function collectExampleSets(document: JsonObject): ExampleSet[] {
  const { operations, webhooks } = readApi(document);
  const createSet = bindDocument(document);
  return [
    ...operations.flatMap((operation) => [
      ...operation.parameters
        .filter(({ examples, object }) => examples.size > 0 || readNoExample(object) !== undefined)
        .map((parameter) => createSet(operation, "parameter", parameter.name, [parameter])),
      ...collectBody(createSet, operation, "request"),
      ...[...operation.responses].flatMap(([status, { content }]) =>
        content.size === 0 ? [] : [createSet(operation, "response", status, content.values())],
      ),
    ]),
    ...webhooks.flatMap((webhook) => collectBody(createSet, webhook, "webhook")),
  ];
}

/** Returns the name of an example for messages. A single `example` has no name, so its place identifies it. */
export function labelExample({ operationId, place, detail, name }: Example): string {
  return [operationId, place, detail, name].filter((part) => part !== "" && part !== "default").join(" ");
}

function collectBody(createSet: CreateSet, operation: ApiOperation, place: "request" | "webhook"): ExampleSet[] {
  const { body } = operation;
  return body === undefined ? [] : [createSet(operation, place, "", body.content.values())];
}

type Content = Pick<ApiContent, "schema" | "examples" | "object">;
type CreateSet = (
  operation: ApiOperation,
  place: Example["place"],
  detail: string,
  content: Iterable<Content>,
) => ExampleSet;

function bindDocument(document: JsonObject): CreateSet {
  return ({ id, method, path, isWebhook }, place, detail, content) => {
    const operationId = id ?? `${method} ${path}`;
    const shared = { operationId, key: isWebhook ? path : toOperationKey(method, path), place, detail };
    const contents = [...content];
    const examples = contents.flatMap(({ schema, examples: named, object }) =>
      [...named].map(([name, value]) => {
        const holder = name === "default" ? object : resolve(document, objectIn(object, "examples")[name]);
        const { "x-generated": generated } = holder;
        const marks = { isGenerated: generated !== undefined, isWhollyGenerated: generated === true };
        return { ...shared, name, schema, value, ...marks };
      }),
    );
    const [reason] = contents.flatMap(({ object }) => readNoExample(object) ?? []);
    return { ...shared, reason, examples };
  };
}
