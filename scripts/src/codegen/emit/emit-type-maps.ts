import { docComment } from "../docs/doc-comment.ts";
import type { Api } from "../model/api.ts";
import { importTypes, propertyKey } from "./code.ts";
import { emitWebhookEvents } from "./emit-webhook-events.ts";

/** `type-maps.ts`: the types of a version by path, operation id and event, for clients to look up. */
export function emitTypeMaps(api: Api): string {
  const lists = api.operations.flatMap(({ path, page }) => (page === undefined ? [] : [{ path, ...page }]));
  const failing = api.operations.filter(({ failures }) => failures.length > 0);
  const paginated = lists.map(
    ({ path, itemType, pageType }) =>
      `  readonly ${propertyKey(path)}: { readonly item: ${itemType.text}; readonly page: ${pageType.text} };\n`,
  );
  const errors = failing.map(({ id, types }) => `  readonly ${propertyKey(id)}: schema.${types.errors};\n`);
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
    declare("OperationErrors", "Bodies of the documented errors, by operation id and status.", errors),
    `\n${emitWebhookEvents(api.webhooks)}`,
    declare("ApiTypes", "All types of this API version, as its value carries them.", API_TYPES),
  ].join("");
}

const API_TYPES = [
  "  readonly resources: Resources;\n",
  "  readonly paths: paths;\n",
  "  readonly operations: operations;\n",
  "  readonly paginated: PaginatedPaths;\n",
  "  readonly errors: OperationErrors;\n",
  "  readonly webhooks: WebhookEvents;\n",
];

function declare(name: string, docs: string, members: readonly string[]): string {
  return `\n${docComment(docs)}export interface ${name} {\n${members.join("")}}\n`;
}
