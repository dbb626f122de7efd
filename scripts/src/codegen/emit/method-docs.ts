import { escapeTags } from "../docs/doc-comment.ts";
import { sentence } from "../docs/document-text.ts";
import type { Operation } from "../model/api.ts";

/** Follows every operation and schema that the public reference does not show. */
const UNCONFIRMED = "Not confirmed by Nectar's reference.";

/** The doc comment of a method: summary, description, HTTP line, parameters and errors. */
export function methodDocs(operation: Operation): string {
  const { docs, method, path, id } = operation;
  const text = [
    sentence(docs.summary),
    docs.description,
    docs.evidence === undefined ? "" : UNCONFIRMED,
    `\`${method} ${path}\`, operation \`${id}\`.`,
    headerDocs(operation),
  ].filter((part) => part !== "");
  return [text.map(escapeTags).join("\n\n"), "", ...tags(operation)].join("\n");
}

function tags({ pathParameters, body, query, page, failures, docs }: Operation): string[] {
  return [
    ...pathParameters.map(({ argument, docs: text }) => `@param ${argument} ${oneLine(text)}`.trimEnd()),
    ...(body === undefined ? [] : [`@param body ${bodyDocs(body.docs, body.required)}`]),
    // The type in the signature documents each parameter.
    ...(page === undefined || query.names.length === 0
      ? []
      : ["@param query Filters, and `page` to start at a later page."]),
    `@throws {NectarApiError} ${throwsDocs(failures.map(({ status }) => status))}`,
    ...(docs.link === undefined ? [] : [`@see ${oneLine(docs.link)}`]),
    ...(docs.deprecated ? ["@deprecated"] : []),
  ];
}

function headerDocs({ headers, types }: Operation): string {
  if (headers.names.length === 0) return "";
  const names = headers.names.map((name) => `\`${name}\``).join(", ");
  return `Takes the headers ${names} in \`options.headers\`; see {@link ${types.headers}}.`;
}

function bodyDocs(docs: string, required: boolean): string {
  return [oneLine(docs), required ? "" : "Optional."].filter((part) => part !== "").join(" ") || "Body of the request.";
}

function throwsDocs(statuses: readonly string[]): string {
  const documented = statuses.filter((status) => status !== "default").join(", ");
  return documented === "" ? "when the API refuses the call." : `when the API refuses the call: ${documented}.`;
}

function oneLine(text: string): string {
  return escapeTags(text.replaceAll(/\s*\n\s*/g, " "));
}
