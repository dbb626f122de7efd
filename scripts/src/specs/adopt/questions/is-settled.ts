import { isArray, readApi, toOperationKey } from "@nectar-sdk/openapi/document";
import type { DocumentPair } from "../carry/match-operations.ts";
import { lacksWebhooks } from "./questions.ts";

/**
 * Whether a question of an earlier pull, which this pull does not ask, has lost its subject: a lost part is back, or the part itself is
 * gone. A question about a pull itself stays.
 */
export function isSettled(id: string, pairs: readonly DocumentPair[]): boolean {
  const [kind = "", ...rest] = id.split(" ");
  const [version = "", operationId] = rest;
  const documents = pairs.map(({ after }) => after);
  const own = pairs.filter((pair) => pair.version === version).map(({ after }) => after);
  switch (kind) {
    case "left-out":
      return true;
    case "webhooks-gone":
      return !documents.some(lacksWebhooks);
    case "operation-lost":
      return documents.some((document) =>
        readApi(document).operations.some(({ method, path }) => toOperationKey(method, path) === rest.join(" ")),
      );
    case "other-version":
      return own.some(({ servers }) => isArray(servers) && servers.length > 0);
    case "id-moved":
      return own.some((document) => !readApi(document).operations.some((operation) => operation.id === operationId));
    default:
      return false;
  }
}
