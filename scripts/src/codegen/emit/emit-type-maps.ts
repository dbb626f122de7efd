import { docComment } from "../docs/doc-comment.ts";
import type { Api, Operation } from "../model/api.ts";
import { formatCallName } from "../names/call-name.ts";
import { importTypes, propertyKey } from "./code.ts";
import { emitWebhookEvents } from "./emit-webhook-events.ts";

/** `type-maps.ts`: the types of a version by path, resource method and event, for clients to look up. */
export function emitTypeMaps(api: Api): string {
  const lists = api.operations.flatMap(({ path, page }) => (page === undefined ? [] : [{ path, ...page }]));
  const failing = api.operations.filter(({ failures }) => failures.length > 0);
  const paginated = lists.map(
    ({ path, itemType, pageType }) =>
      `  readonly ${propertyKey(path)}: { readonly item: ${itemType.text}; readonly page: ${pageType.text} };\n`,
  );
  const errors = failing.map((operation) => toMember(operation, `schema.${operation.types.errors}`));
  // openapi-typescript writes "/" for "#" in an operation id.
  const operations = api.operations.map((operation) =>
    toMember(operation, `operations[${JSON.stringify(operation.id.replaceAll("#", "/"))}]`),
  );
  const used = [
    ...lists.flatMap(({ itemType, pageType }) => [...itemType.names, ...pageType.names]),
    ...api.webhooks.flatMap(({ type }) => type.names),
  ];
  return [
    importTypes(["Resources"], "./resources.js"),
    // A namespace import: the list of names would have one entry per operation.
    failing.length === 0 ? "" : 'import type * as schema from "./schema.js";\n',
    importTypes([...used, "operations", "paths"], "./schema.js"),
    declare("PaginatedPaths", "Item and page of every paginated path.", paginated),
    declare("OperationErrors", "Bodies of the documented errors, by resource method and status.", errors),
    declare("Operations", "Parameters, body and responses of every operation, by resource method.", operations),
    `\n${emitWebhookEvents(api.webhooks)}`,
    declare("ApiTypes", "All types of this API version, as its value carries them.", API_TYPES),
  ].join("");
}

const API_TYPES = [
  "  readonly resources: Resources;\n",
  "  readonly paths: paths;\n",
  "  readonly operations: Operations;\n",
  "  readonly paginated: PaginatedPaths;\n",
  "  readonly errors: OperationErrors;\n",
  "  readonly webhooks: WebhookEvents;\n",
];

function toMember({ name }: Operation, type: string): string {
  return `  readonly ${JSON.stringify(formatCallName(name))}: ${type};\n`;
}

function declare(name: string, docs: string, members: readonly string[]): string {
  return `\n${docComment(docs)}export interface ${name} {\n${members.join("")}}\n`;
}
