import type { Api, TypeText } from "../model/api.ts";
import { docComment, importTypes, propertyKey } from "./code.ts";

/** `type-maps.ts`: which types belong to a path, an operation or an event. */
export function emitTypeMaps(api: Api): string {
  const pages = api.operations.flatMap(({ path, page }) => (page === undefined ? [] : [{ path, ...page }]));
  const failing = api.operations.filter(({ failures }) => failures.length > 0);
  const used: readonly TypeText[] = [
    ...pages.flatMap(({ itemType, pageType }) => [itemType, pageType]),
    ...api.webhooks.map(({ type }) => type),
  ];
  const names = [...used.flatMap((type) => type.names), ...failing.map(({ types }) => types.errors)];
  return [
    importTypes(names, "./schema.js"),
    "\n",
    map(
      "PaginatedPaths",
      "The paths whose GET answers a page of a list, with the types of items and page.",
      pages.map(
        ({ path, itemType, pageType }) =>
          `  ${JSON.stringify(path)}: { readonly item: ${itemType.text}; readonly page: ${pageType.text} };\n`,
      ),
    ),
    "\n",
    map(
      "OperationErrors",
      "The bodies of refusals by operationId, and by status within.",
      failing.map(({ id, types }) => `  ${propertyKey(id)}: ${types.errors};\n`),
    ),
    "\n",
    map(
      "WebhookEvents",
      "The payloads of webhooks by event.",
      api.webhooks.map(({ event, docs, type }) => `${docComment(docs, "  ")}  ${JSON.stringify(event)}: ${type.text};\n`),
    ),
  ].join("");
}

function map(name: string, docs: string, members: readonly string[]): string {
  return `${docComment(docs)}export interface ${name} {\n${members.join("")}}\n`;
}
