import { isObject, type Json, type JsonObject } from "../../shared/json.ts";
import { lookUp } from "../document/pointer.ts";
import { walkObjects } from "../document/walk-objects.ts";
import type { Problem } from "../problem.ts";

/** Every `$ref` leads to something; that it stays in the document is for `checkOutside` to say. */
export function checkReferences(document: JsonObject): Problem[] {
  return [...walkObjects(document)].flatMap(({ pointer, object }) => {
    if (!Object.hasOwn(object, "$ref")) return [];
    const problem = problemWith(document, object["$ref"] ?? null);
    return problem === undefined ? [] : [{ at: pointer, ...problem }];
  });
}

function problemWith(document: JsonObject, reference: Json): Omit<Problem, "at"> | undefined {
  if (typeof reference !== "string") {
    return { message: `its $ref is ${JSON.stringify(reference)}, not a text`, fix: "correct the $ref" };
  }
  const seen = new Set<string>();
  for (let current = reference; !seen.has(current); ) {
    seen.add(current);
    const target = lookUp(document, current);
    if (target === undefined) {
      return { message: `refers to "${current}", which does not exist`, fix: "add it or correct the $ref" };
    }
    if (!isObject(target) || typeof target["$ref"] !== "string") return undefined;
    current = target["$ref"];
  }
  return { message: `refers to "${reference}", which leads back to itself`, fix: "correct the $ref" };
}
