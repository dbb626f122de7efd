import { isUsualMediaType } from "../document/media-type.ts";
import type { Api, Operation } from "../model/api.ts";
import { formatCallName } from "../names/call-name.ts";
import { docComment, importTypes, propertyKey } from "./code.ts";

/** What may be repeated, by HTTP method. A PATCH may count up, so that it is not called idempotent (RFC 9110 §9.2.2, RFC 5789). */
const RETRY: ReadonlyMap<string, string> = new Map([
  ["GET", "read"],
  ["HEAD", "read"],
  ["OPTIONS", "read"],
  ["PUT", "idempotent"],
  ["DELETE", "idempotent"],
]);

/** `operations.ts`: the operation table, all that a client knows of an endpoint. */
export function emitOperations(api: Api): string {
  const rows = api.operations.map((operation) => `  ${propertyKey(operation.id)}: ${row(operation)},\n`);
  return [
    importTypes(["OperationTable"], "./contract.js"),
    "\n",
    docComment("Every operation by its operationId."),
    `export const operationTable: OperationTable = {\n${rows.join("")}};\n`,
  ].join("");
}

function row({ name, method, path, body, query, page }: Operation): string {
  const fields: readonly (readonly [key: string, value: string | undefined])[] = [
    ["name", JSON.stringify(formatCallName(name))],
    ["method", JSON.stringify(method)],
    ["path", JSON.stringify(path)],
    ["body", body === undefined ? undefined : JSON.stringify(isUsualMediaType(body.mediaType) ? body.kind : "raw")],
    ["query", query.names.length === 0 ? undefined : "true"],
    ["page", page === undefined ? undefined : `{ items: ${JSON.stringify(page.items)}, total: ${JSON.stringify(page.total)} }`],
    ["retry", JSON.stringify(RETRY.get(method) ?? "unsafe")],
  ];
  return `{ ${fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(", ")} }`;
}
