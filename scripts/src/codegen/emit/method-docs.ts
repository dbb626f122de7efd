import { escapeTags } from "../docs/doc-comment.ts";
import { sentence } from "../docs/document-text.ts";
import type { Operation } from "../model/api.ts";

/** What a method says about itself: summary, description, its HTTP line, its parameters and what it throws. */
export function methodDocs(operation: Operation): string {
  const { docs, method, path, id } = operation;
  const evidence =
    docs.evidence === undefined ? "" : `Reconstructed (${docs.evidence}): not read in full on a public page.`;
  const text = [
    sentence(docs.summary),
    docs.description,
    evidence,
    `\`${method} ${path}\`, operation \`${id}\`.`,
    headerDocs(operation),
  ].filter((part) => part !== "");
  return [text.map(escapeTags).join("\n\n"), "", ...tags(operation)].join("\n");
}

function tags({ pathParameters, body, query, page, failures, docs }: Operation): string[] {
  return [
    ...pathParameters.map(({ argument, docs: text }) => `@param ${argument} ${oneLine(text)}`.trimEnd()),
    ...(body === undefined ? [] : [`@param body ${bodyDocs(body.docs, body.required)}`]),
    // Its type, which stands in the signature, explains each of them.
    ...(page === undefined || query.names.length === 0
      ? []
      : ["@param query Filters, and `page` to start elsewhere than at the first page."]),
    `@throws ${throwsDocs(failures.map(({ status }) => status))}`,
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
  return [oneLine(docs), required ? "" : "May be left out."].filter((part) => part !== "").join(" ") || "What to send.";
}

function throwsDocs(statuses: readonly string[]): string {
  const documented = statuses.filter((status) => status !== "default").join(", ");
  return documented === "" ? "When the API refuses the call." : `When the API refuses the call: ${documented}.`;
}

function oneLine(text: string): string {
  return escapeTags(text.replaceAll(/\s*\n\s*/g, " "));
}
