import { findSuccess, isObject, type JsonObject, mapValues } from "@nectar-sdk/openapi/document";
import { type ApiDocument, type Operation, sampleNullVariants } from "@nectar-sdk/testing/document";

/** Answers that hold, taken together, each nullable field of an operation's success both ways, by the name of the example. */
export function nullExamples(document: ApiDocument, operation: Operation): ReadonlyMap<string, JsonObject[string]> {
  const [, answer] = findSuccess(operation) ?? [];
  const [content] = answer?.content.values() ?? [];
  if (content === undefined) return new Map();
  const variants = sampleNullVariants(document.json, content.schema, operation.id);
  return new Map(variants.map((value, index) => [`nulls${index}`, value]));
}

/** The document with {@link nullExamples} in the place of its own examples, for a mock server to serve. */
export function withNullExamples(document: ApiDocument): JsonObject {
  const byCall = new Map(
    [...document.operations.values()].map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );
  const paths = mapValues(document.json["paths"], (item, path) =>
    mapValues(item, (node, method) => {
      const operation = byCall.get(`${method.toUpperCase()} ${path}`);
      const success = operation && findSuccess(operation);
      if (operation === undefined || success === undefined || !isObject(node)) return node;
      const [successStatus, answered] = success;
      const examples = Object.fromEntries(
        [...nullExamples(document, operation)].map(([name, value]) => [name, { value }]),
      );
      const content = Object.fromEntries(
        [...answered.content].map(([type, { schema }]) => [type, { schema, examples }]),
      );
      const responses = mapValues(node["responses"], (answer, status) => {
        return status === String(successStatus) && Object.keys(content).length > 0
          ? { description: "", content }
          : answer;
      });
      return { ...node, responses };
    }),
  );
  return { ...document.json, paths };
}
