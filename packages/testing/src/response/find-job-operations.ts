import { findSuccessContent, type Json } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";

/** The operations that have to do with jobs: what submits one answers the same shape as what asks for its state. */
export interface JobOperations {
  readonly retrieve: Operation;
  readonly submit: readonly Operation[];
  readonly schema: Json;
  /** Bodies of the examples, by the state that they show. */
  readonly examples: ReadonlyMap<string, Json>;
}

/** Throws when a document knows no jobs. */
export function findJobOperations(document: ApiDocument): JobOperations {
  const operations = [...document.operations.values()];
  const retrieve = operations.find(({ name }) => name === "jobs.retrieve");
  const content = retrieve === undefined ? undefined : findSuccessContent(retrieve);
  if (retrieve === undefined || content === undefined) throw new Error(`${document.version} has no jobs.retrieve`);
  const shape = JSON.stringify(content.schema);
  const submit = operations.filter(
    (operation) => operation.method === "POST" && JSON.stringify(findSuccessContent(operation)?.schema) === shape,
  );
  return { retrieve, submit, schema: content.schema, examples: content.examples };
}
