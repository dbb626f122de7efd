import { docComment, escapeTags } from "../docs/doc-comment.ts";
import type { Api, Operation, Resource } from "../model/api.ts";
import { importTypes, joinList } from "./code.ts";
import { methodDocs } from "./method-docs.ts";

/** `resources.ts`: the methods of a client of this API version, written out so that editors show them well. */
export function emitResources(api: Api): string {
  const used = api.operations.flatMap(listTypeNames);
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
    `${docComment(escapeTags(`The resources of the ${api.product}.`))}export interface Resources {\n${members.join("")}}\n`,
    ...api.resources.map((resource) => `\n${emitResource(resource)}`),
  ].join("");
}

function emitResource({ type, description, operations }: Resource): string {
  const methods = operations.map(
    (operation) => `${docComment(methodDocs(operation), "  ")}${toSignature(operation)}\n`,
  );
  return `${docComment(escapeTags(description))}export interface ${type} {\n${methods.join("\n")}}\n`;
}

/** A method with its path parameters in path order, then body, query and options. */
function toSignature({ name, pathParameters, body, query, page, types, success }: Operation): string {
  const queryRequired = query.required;
  const args = pathParameters.map(({ argument, type }) => `${argument}: ${type.text}`);
  if (body !== undefined) {
    // An optional parameter cannot precede a required one.
    const optional = queryRequired ? `body: ${types.body} | undefined` : `body?: ${types.body}`;
    args.push(body.required ? `body: ${types.body}` : optional);
  }
  if (query.names.length > 0) args.push(`query${queryRequired ? "" : "?"}: ${types.query}`);
  args.push(`options?: ${page === undefined ? "CallOptions" : "ListOptions"}`);
  const result =
    page === undefined ? `ApiCall<${success.type.text}>` : `Paginator<${page.itemType.text}, ${page.pageType.text}>`;
  return joinList(`  ${name.method}(`, args, `): ${result};`);
}

/** The types of `schema.ts` in a signature. */
function listTypeNames({ pathParameters, body, query, page, types, success }: Operation): string[] {
  return [
    ...pathParameters.flatMap(({ type }) => type.names),
    ...(body === undefined ? [] : [types.body]),
    ...(query.names.length > 0 ? [types.query] : []),
    ...(page === undefined ? success.type.names : [...page.itemType.names, ...page.pageType.names]),
  ];
}
