import { docComment, escapeTags } from "../docs/doc-comment.ts";
import type { Api, Operation, Resource } from "../model/api.ts";
import { importTypes } from "./code.ts";
import { methodDocs } from "./method-docs.ts";

/** `resources.ts`: what a client of this API version offers, written out so that it reads and hovers well. */
export function emitResources(api: Api): string {
  const used = api.operations.flatMap(readTypes);
  const contract = api.operations.flatMap(({ page }) =>
    page === undefined ? ["ApiCall", "CallOptions"] : ["ListOptions", "Paginator"],
  );
  const members = api.resources.map(
    ({ name, type, description }) => `${docComment(escapeTags(description), "  ")}  readonly ${name}: ${type};\n`,
  );
  return [
    importTypes(contract, "./contract.js"),
    importTypes(used, "./schema.js"),
    "\n",
    `${docComment(escapeTags(`Every resource of ${api.title}.`))}export interface Resources {\n${members.join("")}}\n`,
    ...api.resources.map((resource) => `\n${emitResource(resource)}`),
  ].join("");
}

function emitResource({ type, description, operations }: Resource): string {
  const methods = operations.map(
    (operation) => `${docComment(methodDocs(operation), "  ")}  ${operation.name.method}${signature(operation)};\n`,
  );
  return `${docComment(escapeTags(description))}export interface ${type} {\n${methods.join("\n")}}\n`;
}

/** Path parameters in path order, then body, query and options, each only where the operation has it. */
function signature({ pathParameters, body, query, page, types, success }: Operation): string {
  const queryRequired = query.required;
  const args = pathParameters.map(({ argument, type }) => `${argument}: ${type.text}`);
  if (body !== undefined) {
    // A parameter that may be left out cannot stand before one that may not.
    const optional = queryRequired ? `body: ${types.body} | undefined` : `body?: ${types.body}`;
    args.push(body.required ? `body: ${types.body}` : optional);
  }
  if (query.names.length > 0) args.push(`query${queryRequired ? "" : "?"}: ${types.query}`);
  args.push(`options?: ${page === undefined ? "CallOptions" : "ListOptions"}`);
  const result =
    page === undefined ? `ApiCall<${success.type.text}>` : `Paginator<${page.itemType.text}, ${page.pageType.text}>`;
  return `(${args.join(", ")}): ${result}`;
}

/** The types of `schema.ts` that a signature names. */
function readTypes({ pathParameters, body, query, page, types, success }: Operation): string[] {
  return [
    ...pathParameters.flatMap(({ type }) => type.names),
    ...(body === undefined ? [] : [types.body]),
    ...(query.names.length > 0 ? [types.query] : []),
    ...(page === undefined ? success.type.names : [...page.itemType.names, ...page.pageType.names]),
  ];
}
