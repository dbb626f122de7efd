import type { ApiDescription, ApiOperation } from "@nectar-sdk/openapi/document";
import { deriveOperationId } from "../names/derive-call-name.ts";
import type { Problem } from "../problem.ts";

/** Checks that each operation has a unique id. Webhooks do not need one, since the client does not call them. */
export function checkOperationIds(api: ApiDescription): Problem[] {
  return [...listMissingIds(api.operations), ...checkRepeatedIds(api)];
}

/** Checks that no two operations or webhooks have the same id. */
export function checkRepeatedIds({ operations, webhooks }: ApiDescription): Problem[] {
  return listRepeatedIds([...operations, ...webhooks]);
}

function listMissingIds(operations: readonly ApiOperation[]): Problem[] {
  return operations
    .filter(({ id }) => id === undefined)
    .map((operation) => ({
      at: operation.pointer,
      message: `${operation.label} has no operationId`,
      fix: `add one with an overlay, for example \`${deriveOperationId(operation)}\``,
    }));
}

function listRepeatedIds(operations: readonly ApiOperation[]): Problem[] {
  const first = new Map<string, ApiOperation>();
  return operations.flatMap((operation) => {
    if (operation.id === undefined) return [];
    const earlier = first.get(operation.id);
    if (earlier === undefined) {
      first.set(operation.id, operation);
      return [];
    }
    const message = `operationId "${operation.id}" is also used by ${earlier.pointer}`;
    return [{ at: operation.pointer, message, fix: "rename one of them with an overlay" }];
  });
}
