import type { JsonObject } from "@nectar-sdk/openapi/document";
import { type FoundOperation, listOperations, listWebhooks, nameOf } from "@nectar-sdk/openapi/document";
import { deriveOperationId } from "../names/derive-call-name.ts";
import type { Problem } from "../problem.ts";

/** Every operation has an id, and no two have the same. Webhooks may go without, since nobody calls them. */
export function checkOperationIds(document: JsonObject): Problem[] {
  return [...missingIds(listOperations(document)), ...checkRepeatedIds(document)];
}

/** No two operations or webhooks have the same id; those without one do not count. */
export function checkRepeatedIds(document: JsonObject): Problem[] {
  return repeatedIds([...listOperations(document), ...listWebhooks(document)]);
}

function missingIds(operations: readonly FoundOperation[]): Problem[] {
  return operations
    .filter(({ id }) => id === undefined)
    .map((operation) => ({
      at: operation.pointer,
      message: `${nameOf(operation)} has no operationId`,
      fix: `give it one by an overlay, for example \`${deriveOperationId(operation)}\``,
    }));
}

function repeatedIds(operations: readonly FoundOperation[]): Problem[] {
  const first = new Map<string, FoundOperation>();
  return operations.flatMap((operation) => {
    if (operation.id === undefined) return [];
    const earlier = first.get(operation.id);
    if (earlier === undefined) {
      first.set(operation.id, operation);
      return [];
    }
    const message = `operationId "${operation.id}" is also that of ${earlier.pointer}`;
    return [{ at: operation.pointer, message, fix: "give one of the two another id by an overlay" }];
  });
}
