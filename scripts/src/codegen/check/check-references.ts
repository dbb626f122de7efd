import type { JsonObject } from "../../shared/json.ts";
import { lookUp } from "../document/pointer.ts";
import { walkObjects } from "../document/walk-objects.ts";
import type { Problem } from "../problem.ts";

/** Every `$ref` points into the document, and at something. */
export function checkReferences(document: JsonObject): Problem[] {
  return [...walkObjects(document)].flatMap(({ pointer, object }) => {
    const { $ref: reference } = object;
    if (typeof reference !== "string") return [];
    if (!reference.startsWith("#/")) {
      return [
        { at: pointer, message: `refers to "${reference}" outside the document`, fix: "bundle the document first" },
      ];
    }
    if (lookUp(document, reference) !== undefined) return [];
    return [
      { at: pointer, message: `refers to "${reference}", which does not exist`, fix: "add it or correct the $ref" },
    ];
  });
}
