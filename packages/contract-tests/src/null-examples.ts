import { findSuccess, isObject, type JsonObject, mapValues } from "@nectar-sdk/openapi/document";
import { type ApiDocument, type Operation, sampleNullVariants } from "@nectar-sdk/testing/document";

/** Creates example responses that together contain each nullable field of a success as null and as a value, by name. */
export function nullExamples(document: ApiDocument, operation: Operation): ReadonlyMap<string, JsonObject[string]> {
  const [, answer] = findSuccess(operation) ?? [];
  const [content] = answer?.content.values() ?? [];
  if (content === undefined) return new Map();
  const variants = sampleNullVariants(document.json, content.schema, operation.id, document.validate);
  return new Map(variants.map((value, index) => [`nulls${index}`, value]));
}

/** Replaces the examples of a document by {@link nullExamples}, for a mock server. */
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
