import type { ApiDescription, ApiOperation } from "@nectar-sdk/openapi/document";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import { deriveCallName } from "../names/derive-call-name.ts";
import type { Problem } from "../problem.ts";

/**
 * Every operation has a name and every name has an operation. Checked for each version against the one list of names, it also
 * proves that all versions offer the same resources. That no two operations share a name is the business of `parseResources`.
 */
export function checkNames({ operations }: ApiDescription, names: CallNames): Problem[] {
  return [...listUnnamed(operations, names), ...listStale(operations, names)];
}

function listUnnamed(operations: readonly ApiOperation[], names: CallNames): Problem[] {
  return operations.flatMap((operation) => {
    const { id } = operation;
    if (id === undefined || names.has(id)) return [];
    const line = `${id}: ${formatCallName(deriveCallName(operation))}`;
    const message = `${operation.method.toUpperCase()} ${operation.path} has no name`;
    return [{ at: id, message, fix: `add this line to \`operations\` in specs/resources.yaml: \`${line}\`` }];
  });
}

function listStale(operations: readonly ApiOperation[], names: CallNames): Problem[] {
  const ids = new Set(operations.map(({ id }) => id));
  return [...names]
    .filter(([id]) => !ids.has(id))
    .map(([id, name]) => ({
      at: id,
      message: `specs/resources.yaml names it ${formatCallName(name)}, but the document has no such operation`,
      fix: "remove the line if no version has it; all versions offer the same resources",
    }));
}
