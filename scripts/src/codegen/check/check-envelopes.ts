import type { JsonObject } from "@nectar-sdk/openapi/document";
import {
  answersOf,
  ENVELOPE_KEYS,
  type Envelope,
  type FoundOperation,
  isEnvelope,
  listOperations,
  nameOf,
  readEnvelope,
  successesOf,
} from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/**
 * A GET whose answer has `currentPage`, `hasNext` and `totalPages` is a paginated list: it has exactly one array of items, one
 * total, and a `page` parameter. An answer with only two of the three would quietly stop being one, so that is refused too.
 */
export function checkEnvelopes(document: JsonObject): Problem[] {
  return listOperations(document)
    .filter(({ method }) => method === "get")
    .flatMap((operation) =>
      successesOf(answersOf(document, operation)).flatMap(({ schema }) =>
        schema === undefined ? [] : checkEnvelope(operation, readEnvelope(document, schema)),
      ),
    );
}

function checkEnvelope(operation: FoundOperation, envelope: Envelope): Problem[] {
  const problem = (message: string, fix: string): Problem => ({ at: nameOf(operation), message, fix });
  if (!isEnvelope(envelope)) {
    const missing = ENVELOPE_KEYS.filter((key) => !envelope.keys.includes(key));
    if (missing.length !== 1) return [];
    return [
      problem(
        `its answer looks like a page but has no ${missing.join()}`,
        "add it by an overlay, or rename the others",
      ),
    ];
  }
  const { arrays, totals } = envelope;
  const problems: Problem[] = [];
  if (arrays.length !== 1) {
    const found = arrays.length === 0 ? "none" : arrays.map(({ key }) => key).join(", ");
    problems.push(
      problem(`its page has not exactly one array of items but ${found}`, "correct the envelope by an overlay"),
    );
  }
  if (totals.length !== 1) {
    const found = totals.length === 0 ? "none" : totals.join(", ");
    problems.push(
      problem(`its page has not exactly one total of items but ${found}`, "correct the envelope by an overlay"),
    );
  }
  if (!operation.parameters.some((parameter) => parameter.in === "query" && parameter.name === "page")) {
    problems.push(
      problem("it answers pages but takes no `page` query parameter", "declare the parameter by an overlay"),
    );
  }
  return problems;
}
