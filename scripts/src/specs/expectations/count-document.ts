import { findSuccessContent, groupBy, isArray, type JsonObject, objectIn, readApi } from "@nectar-sdk/openapi/document";
import { isPageEnvelope, readEnvelope } from "../../codegen/model/page-envelope.ts";

/** Counts of a document. */
export interface DocumentCounts {
  readonly operations: number;
  /** Operations that respond with a page. */
  readonly lists: number;
  /** Operations by documented status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly webhookEvents: readonly string[];
  /** Component schemas that list the only values that a request may contain. */
  readonly closedEnums: readonly string[];
}

/** Counts an effective document. */
export function countDocument(document: JsonObject): DocumentCounts {
  const { operations, webhooks } = readApi(document);
  const statuses = groupBy(
    operations.flatMap(({ responses }) => [...responses.keys()]),
    (status) => status,
  );
  const schemas = objectIn(objectIn(document, "components"), "schemas");
  return {
    operations: operations.length,
    lists: operations.filter((operation) => {
      const content = findSuccessContent(operation);
      return content !== undefined && isPageEnvelope(readEnvelope(document, content.schema));
    }).length,
    statuses: Object.fromEntries(
      [...statuses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, all]) => [key, all.length]),
    ),
    webhookEvents: webhooks.map(({ path }) => path).sort(),
    closedEnums: Object.keys(schemas)
      .filter((name) => {
        const schema = objectIn(schemas, name);
        return isArray(schema["enum"]) || schema["x-closed-in-requests"] === true;
      })
      .sort(),
  };
}
