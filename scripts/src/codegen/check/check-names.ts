import type { ApiDescription } from "@nectar-sdk/openapi/document";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import { deriveCallName } from "../names/derive-call-name.ts";
import type { Problem } from "../problem.ts";

/** Reports the operations of a document without a name. `parseResources` reports two operations that share one. */
export function checkNames({ operations }: ApiDescription, names: CallNames): Problem[] {
  return operations.flatMap((operation) => {
    const { id } = operation;
    if (id === undefined || names.has(id)) return [];
    const line = `${id}: ${formatCallName(deriveCallName(operation))}`;
    const message = `${operation.method.toUpperCase()} ${operation.path} has no name`;
    return [{ at: id, message, fix: `add this line to \`operations\` in specs/resources.yaml: \`${line}\`` }];
  });
}

/** Reports the names without an operation in any version. A name that only some versions use is normal. */
export function checkUnusedNames(apis: readonly ApiDescription[], names: CallNames): Problem[] {
  const ids = new Set(apis.flatMap(({ operations }) => operations.map(({ id }) => id)));
  return [...names]
    .filter(([id]) => !ids.has(id))
    .map(([id, name]) => ({
      at: id,
      message: `specs/resources.yaml names it ${formatCallName(name)}, but no version has such an operation`,
      fix: "remove the line",
    }));
}
