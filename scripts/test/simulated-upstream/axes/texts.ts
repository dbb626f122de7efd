import { isObject, type JsonObject, mapValues, objectIn } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editOperations, isList, omit, rewriteDocument } from "../edit-document.ts";

/** Missing descriptions are empty ones. */
export const emptyDescriptions: Axis = {
  name: "empty-descriptions",
  isStyle: true,
  apply: (document) =>
    rewriteDocument(document, (object, at) => {
      const isDescribable = isSchema(object) || /^#\/paths\/[^ ]*\/(get|put|post|patch|delete)$/.test(at);
      return isDescribable && object["description"] === undefined && object["$ref"] === undefined
        ? { ...object, description: "" }
        : object;
    }),
};

/** Rewords all descriptions. */
export const rewordedTexts: Axis = {
  name: "reworded-texts",
  isStyle: false,
  apply: (document) =>
    rewriteDocument(document, (object) =>
      mapValues(object, (value, key) =>
        (key === "description" || key === "summary") && typeof value === "string" && value !== ""
          ? `In short: ${value}`
          : value,
      ),
    ),
};

const PARAGRAPH = `
### Details

Results are ordered by creation time unless stated otherwise; see the [guide](https://docs.example.com/guides/filtering#dates) for all
filters. The following hold for every caller:

* \`YYYY-MM-DD\` is the only date format that is accepted, and a range includes both of its ends.
* Values marked **deprecated** are still sent, but will be removed in a later version of the API.
* A request with an unknown filter behaves as if the filter was absent.

| Field | Meaning |
| --- | --- |
| \`startDate\` | first day of the range |
| \`endDate\` | last day of the range |

\`\`\`json
{ "startDate": "2026-01-01", "endDate": "2026-01-31" }
\`\`\`
`;

/** Descriptions of operations are as long as those of a real reference, with lists, tables and code. */
export const longDescriptions: Axis = {
  name: "long-descriptions",
  isStyle: false,
  apply: (document) =>
    editOperations(document, ({ operation }) => ({
      ...operation,
      description: `${String(operation["description"] ?? "")}\n${PARAGRAPH}`,
    })),
};

/** Operations carry the tag of their first path segment, and no tag is described. */
export const otherTags: Axis = {
  name: "other-tags",
  isStyle: false,
  apply: (document) =>
    omit(
      editOperations(document, ({ path, operation }) => ({
        ...operation,
        tags: [path.split("/").find((segment) => segment !== "" && !/^v[\d.]+$/.test(segment)) ?? "api"],
      })),
      "tags",
    ),
};

/** Errors are documented for some operations only, and 429 for none. */
export const someErrors: Axis = {
  name: "some-errors",
  isStyle: false,
  apply: (document, random) =>
    editOperations(document, ({ path, method, operation }) => ({
      ...operation,
      responses: Object.fromEntries(
        Object.entries(objectIn(operation, "responses")).filter(
          ([status]) => status.startsWith("2") || (status !== "429" && random(`${method} ${path} ${status}`) < 0.3),
        ),
      ),
    })),
};

/** Some responses have an example that does not fit their schema. */
export const brokenExamples: Axis = {
  name: "broken-examples",
  isStyle: false,
  apply: (document, random) =>
    rewriteDocument(document, (object, at) =>
      /\/responses\/200\/content\/application\/json$/.test(at) && isObject(object["schema"]) && random(at) < 0.5
        ? { ...object, examples: { Sample: { value: "See the guide." } } }
        : object,
    ),
};

function isSchema(object: JsonObject): boolean {
  return (
    typeof object["type"] === "string" || isList(object["type"]) || isList(object["anyOf"]) || isList(object["allOf"])
  );
}
