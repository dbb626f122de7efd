import { isObject } from "../../shared/json.ts";
import { docComment } from "../docs/doc-comment.ts";
import { isUsualMediaType } from "../document/media-type.ts";
import type { Api, Operation } from "../model/api.ts";
import { importTypes, literalKey } from "./code.ts";

/** `operations.ts`: the only code of the package that runs, a table of operations. */
export function emitOperations(api: Api): string {
  const rows = api.operations.map((operation) => `  ${literalKey(operation.id)}: ${row(operation)},\n`);
  return [
    importTypes(["OperationDefinition"], "./contract.js"),
    "\n",
    docComment("Every operation by its id."),
    // The type that the version's value gives it: listing the ids once more would be for nobody to see.
    `export const operationTable: Readonly<Record<string, OperationDefinition>> = {\n${rows.join("")}};\n`,
  ].join("");
}

function row(operation: Operation): string {
  const { method, path, name, body, query, success, page } = operation;
  const isUsual = body === undefined || isUsualMediaType(body.mediaType);
  const fields: [key: string, value: unknown][] = [
    ["method", method],
    ["path", path],
    ["resource", name.resource],
    ["name", name.method],
    ["retry", retryClass(operation)],
    ["body", body?.kind],
    ["mediaType", isUsual ? undefined : body.mediaType],
    ["query", query.names.length > 0 ? true : undefined],
    ["response", success.kind === "json" ? undefined : success.kind],
    ["page", page === undefined ? undefined : { items: page.items, total: page.total }],
  ];
  return literal(Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
}

/** By definition PATCH is not idempotent (RFC 5789 §2), and neither is POST; `x-idempotent` says where an operation differs. */
function retryClass({ method, isIdempotent }: Operation): string {
  if (isIdempotent === false) return "unsafe";
  if (["GET", "HEAD", "OPTIONS", "TRACE"].includes(method)) return "read";
  return isIdempotent || method === "PUT" || method === "DELETE" ? "idempotent" : "unsafe";
}

/** A value as code. JSON would quote the keys, which only costs bytes; the keys here are all plain. */
function literal(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${literal(item)}`)
    .join(", ")} }`;
}
