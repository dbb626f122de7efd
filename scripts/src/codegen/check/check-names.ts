import { type ApiDescription, toOperationKey } from "@nectar-sdk/openapi/document";
import { type CallNames, formatCallName } from "../names/call-name.ts";
import { deriveCallName } from "../names/derive-call-name.ts";
import { formatNameLine } from "../names/format-name-line.ts";
import type { NamedOperation } from "../names/resolve-names.ts";
import type { Problem } from "../problem.ts";

/** Reports the operations of a document without a name. `parseResources` reports two operations that share one. */
export function checkNames({ operations }: ApiDescription, names: CallNames): Problem[] {
  return operations.flatMap((operation) => {
    const { id, method, path } = operation;
    if (id === undefined || names.has(id)) return [];
    const key = toOperationKey(method, path);
    const line = formatNameLine({ key, name: formatCallName(deriveCallName(operation)), id });
    const message = `${method.toUpperCase()} ${path} has no name`;
    return [{ at: id, message, fix: `add this line to \`operations\` in specs/resources.yaml: \`${line}\`` }];
  });
}

/** Reports the lines without an operation in any version. A line that only some versions use is normal. */
export function checkUnusedNames(
  named: readonly NamedOperation[],
  usedByVersion: readonly ReadonlySet<NamedOperation>[],
): Problem[] {
  return named
    .filter((line) => usedByVersion.every((used) => !used.has(line)))
    .map(({ key, name, at }) => ({
      at,
      message: `no version has the operation ${key}, which is named ${formatCallName(name)}`,
      fix: "remove the line",
    }));
}
