import type { ApiDocument, Operation } from "../document/api-document.ts";
import type { Json } from "../document/json.ts";
import { successContent } from "../document/success-answer.ts";

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
  const content = retrieve === undefined ? undefined : successContent(retrieve);
  if (retrieve === undefined || content === undefined) throw new Error(`${document.version} has no jobs.retrieve`);
  const shape = JSON.stringify(content.schema);
  const submit = operations.filter(
    (operation) => operation.method === "POST" && JSON.stringify(successContent(operation)?.schema) === shape,
  );
  return { retrieve, submit, schema: content.schema, examples: content.examples };
}
