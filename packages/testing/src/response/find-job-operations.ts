import { findSuccessContent, type Json } from "@nectar-sdk/openapi/document";
import type { ApiDocument, Operation } from "../document/read-document.ts";

/** Operations on jobs: submitting returns the same shape as retrieving. */
export interface JobOperations {
  readonly retrieve: Operation;
  readonly submit: readonly Operation[];
  readonly schema: Json;
  /** Example bodies by job state. */
  readonly examples: ReadonlyMap<string, Json>;
}

/** Finds the job operations. Throws when the document has none. */
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
