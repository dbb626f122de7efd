import type { ApiDocument, Operation } from "../document/api-document.ts";
import type { Json } from "../document/json.ts";
import { successContent } from "../document/success-answer.ts";

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
  const content = retrieve === undefined ? undefined : successContent(retrieve);
  if (retrieve === undefined || content === undefined) throw new Error(`${document.version} has no jobs.retrieve`);
  const shape = JSON.stringify(content.schema);
  const submit = operations.filter(
    (operation) => operation.method === "POST" && JSON.stringify(successContent(operation)?.schema) === shape,
  );
  return { retrieve, submit, schema: content.schema, examples: content.examples };
}
