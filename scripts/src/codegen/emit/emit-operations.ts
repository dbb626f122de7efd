import { isObject, isUsualMediaType } from "@nectar-sdk/openapi/document";
import { docComment } from "../docs/doc-comment.ts";
import type { Api, Operation } from "../model/api.ts";
import { formatCallName } from "../names/call-name.ts";
import { importTypes, joinList } from "./code.ts";

/** `operations.ts`: the table of operations, the only code of the package that runs. */
export function emitOperations(api: Api): string {
  const rows = api.operations.map((operation) => `${toRow(operation)}\n`);
  return [
    importTypes(["OperationDefinition"], "./contract.js"),
    "\n",
    docComment("Every operation by its resource method."),
    // Declared with the type that the version's value needs: a literal type would list every name again in the declarations.
    `export const operationTable: Readonly<Record<string, OperationDefinition>> = {\n${rows.join("")}};\n`,
  ].join("");
}

function toRow(operation: Operation): string {
  const { method, path, name, body, query, commaLists, success, page } = operation;
  const isUsual = body === undefined || isUsualMediaType(body.mediaType);
  const fields: [key: string, value: unknown][] = [
    ["method", method],
    ["path", path],
    ["resource", name.resource],
    ["name", name.method],
    ["retry", toRetryClass(operation)],
    ["body", body?.kind],
    ["mediaType", isUsual ? undefined : body.mediaType],
    ["query", query.names.length > 0 ? true : undefined],
    ["commaLists", commaLists.length > 0 ? commaLists : undefined],
    ["response", success.kind === "json" ? undefined : success.kind],
    ["page", page === undefined ? undefined : { items: page.items, total: page.total }],
  ];
  const members = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${toLiteral(value)}`]));
  return joinList(`  ${JSON.stringify(formatCallName(name))}: { `, members, " },");
}

/** PATCH is not idempotent (RFC 5789 §2), and neither is POST. `x-idempotent` overrides the method. */
function toRetryClass({ method, isIdempotent }: Operation): string {
  if (isIdempotent === false) return "unsafe";
  if (["GET", "HEAD", "OPTIONS", "TRACE"].includes(method)) return "read";
  return isIdempotent || method === "PUT" || method === "DELETE" ? "idempotent" : "unsafe";
}

/** A value as code, with unquoted keys: every key here is an identifier. */
function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${toLiteral(item)}`)
    .join(", ")} }`;
}
