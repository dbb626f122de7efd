import {
  type ApiDocument,
  isObject,
  type JsonObject,
  nullVariants,
  type Operation,
} from "@nectar-sdk/testing/document";
import { mapValues } from "./map-object.ts";

/** Answers that hold, taken together, each nullable field of an operation's success both ways, by the name of the example. */
export function nullExamples(document: ApiDocument, operation: Operation): ReadonlyMap<string, JsonObject[string]> {
  const [content] = successOf(operation)?.answer.content.values() ?? [];
  if (content === undefined) return new Map();
  const variants = nullVariants(document.json, content.schema, operation.id);
  return new Map(variants.map((value, index) => [`nulls${index}`, value]));
}

/** The success answer of an operation. */
export function successOf(operation: Operation): { readonly status: string; readonly answer: Answer } | undefined {
  for (const [status, answer] of operation.answers) if (status.startsWith("2")) return { status, answer };
  return undefined;
}

type Answer = Operation["answers"] extends ReadonlyMap<string, infer Value> ? Value : never;

/** The document with {@link nullExamples} in the place of its own examples, for a mock server to serve. */
export function withNullExamples(document: ApiDocument): JsonObject {
  const byCall = new Map(
    [...document.operations.values()].map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  const paths = mapValues(document.json["paths"], (item, path) =>
    mapValues(item, (node, method) => {
      const operation = byCall.get(`${method.toUpperCase()} ${path}`);
      const success = operation && successOf(operation);
      if (operation === undefined || success === undefined || !isObject(node)) return node;
      const examples = Object.fromEntries(
        [...nullExamples(document, operation)].map(([name, value]) => [name, { value }]),
      );
      const content = Object.fromEntries(
        [...success.answer.content].map(([type, { schema }]) => [type, { schema, examples }]),
      );
      const responses = mapValues(node["responses"], (answer, status) => {
        return status === success.status && Object.keys(content).length > 0 ? { description: "", content } : answer;
      });
      return { ...node, responses };
    }),
  );
  return { ...document.json, paths };
}
