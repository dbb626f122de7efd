import { type JsonObject, readApi, toOperationKey } from "@nectar-sdk/openapi/document";

/** A document that loses more of its operations may be a cut-off file, or of another API. */
const MOST_LOST = 1 / 5;

/** Returns why a document must not be proposed; `undefined` if it may. */
export function judgeSource(before: JsonObject, after: JsonObject): string | undefined {
  const [known, present] = [listKeys(before), listKeys(after)];
  const lost = [...known].filter((key) => !present.has(key));
  if (lost.length <= known.size * MOST_LOST) return undefined;
  return `the document lost ${lost.length} of ${known.size} operations, more than a fifth, such as ${lost[0]}`;
}

function listKeys(document: JsonObject): ReadonlySet<string> {
  return new Set(readApi(document).operations.map(({ method, path }) => toOperationKey(method, path)));
}
