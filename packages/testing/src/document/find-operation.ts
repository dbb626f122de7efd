import type { ApiDocument, Operation } from "./read-document.ts";

/** Finds an operation by its resource method (`documents.listByCompany`), or by its `operationId`, the second spelling. */
export function findOperation(document: ApiDocument, name: string | undefined): Operation | undefined {
  if (name === undefined) return undefined;
  return document.operations.get(name) ?? [...document.operations.values()].find(({ id }) => id === name);
}
