import { type ApiDescription, type ApiOperation, selectSuccesses } from "@nectar-sdk/openapi/document";
import { ENVELOPE_KEYS, isPageEnvelope, type PageEnvelope, readEnvelope } from "../model/page-envelope.ts";
import { readSchema } from "../model/read-responses.ts";
import type { Problem } from "../problem.ts";

/**
 * Checks paginated lists. A GET whose response has `currentPage`, `hasNext` and `totalPages` is a list: it needs exactly one array of
 * items, one total, and a `page` parameter. A response with only two of the three would silently stop being a list, so it is refused.
 */
export function checkEnvelopes({ document, operations }: ApiDescription): Problem[] {
  return operations
    .filter(({ method }) => method === "get")
    .flatMap((operation) =>
      selectSuccesses(operation).flatMap((success) => {
        const schema = readSchema(success);
        return schema === undefined ? [] : checkEnvelope(operation, readEnvelope(document, schema));
      }),
    );
}

function checkEnvelope(operation: ApiOperation, envelope: PageEnvelope): Problem[] {
  const problem = (message: string, fix: string): Problem => ({ at: operation.label, message, fix });
  if (!isPageEnvelope(envelope)) {
    const missing = ENVELOPE_KEYS.filter((key) => !envelope.keys.includes(key));
    if (missing.length !== 1) return [];
    return [
      problem(
        `its response looks like a page but has no ${missing.join()}`,
        "add it with an overlay, or rename the others",
      ),
    ];
  }
  const { arrays, totals } = envelope;
  const problems: Problem[] = [];
  if (arrays.length !== 1) {
    const found = arrays.length === 0 ? "none" : arrays.map(({ key }) => key).join(", ");
    problems.push(
      problem(`its page must have exactly one array of items, found ${found}`, "correct the envelope with an overlay"),
    );
  }
  if (totals.length !== 1) {
    const found = totals.length === 0 ? "none" : totals.join(", ");
    problems.push(
      problem(`its page must have exactly one total of items, found ${found}`, "correct the envelope with an overlay"),
    );
  }
  if (!operation.parameters.some((parameter) => parameter.in === "query" && parameter.name === "page")) {
    problems.push(
      problem("it returns pages but has no `page` query parameter", "declare the parameter with an overlay"),
    );
  }
  return problems;
}
