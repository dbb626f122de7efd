import type { JsonObject } from "@nectar-sdk/openapi/document";
import { listOperations } from "@nectar-sdk/openapi/document";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import { deriveCallName } from "../names/derive-call-name.ts";
import type { Problem } from "../problem.ts";

/** The operations of a document without a name. That no two share one is the business of `parseResources`. */
export function checkNames(document: JsonObject, names: CallNames): Problem[] {
  return listOperations(document).flatMap((operation) => {
    const { id } = operation;
    if (id === undefined || names.has(id)) return [];
    const line = `${id}: ${formatCallName(deriveCallName(operation))}`;
    const message = `${operation.method.toUpperCase()} ${operation.path} has no name`;
    return [{ at: id, message, fix: `add this line to specs/resources.yaml: \`${line}\`` }];
  });
}

/** The names that no version has an operation for. A name that only some versions use is normal. */
export function checkUnusedNames(documents: readonly JsonObject[], names: CallNames): Problem[] {
  const ids = new Set(documents.flatMap((document) => listOperations(document).map(({ id }) => id)));
  return [...names]
    .filter(([id]) => !ids.has(id))
    .map(([id, name]) => ({
      at: id,
      message: `specs/resources.yaml names it ${formatCallName(name)}, but no version has such an operation`,
      fix: "remove the line",
    }));
}
