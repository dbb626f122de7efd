import { arrayIn, isObject, type Json, type JsonObject, lookUp, walkObjects } from "@nectar-sdk/openapi/document";
import type { Problem } from "../problem.ts";

/** Checks that every `$ref` has a target. `checkOutside` checks that the target is in the document. */
export function checkReferences(document: JsonObject): Problem[] {
  return [...walkObjects(document)].flatMap(({ pointer, object }) => {
    if (!Object.hasOwn(object, "$ref")) return [];
    const problem = checkReference(document, object["$ref"] ?? null);
    return problem === undefined ? [] : [{ at: pointer, ...problem }];
  });
}

function checkReference(document: JsonObject, reference: Json): Omit<Problem, "at"> | undefined {
  if (typeof reference !== "string") {
    return { message: `its $ref is ${JSON.stringify(reference)}, not a string`, fix: "correct the $ref" };
  }
  if (lookUp(document, reference) === undefined) {
    return { message: `refers to "${reference}", which does not exist`, fix: "add it or correct the $ref" };
  }
  if (!leadsBack(document, reference)) return undefined;
  return { message: `refers to "${reference}", which refers to itself`, fix: "correct the $ref" };
}

/** Whether a reference refers to itself, so that it has neither a value nor a type. */
function leadsBack(document: JsonObject, reference: string): boolean {
  const seen = new Set<string>();
  const open = [reference];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const next of listDirectReferences(lookUp(document, current))) {
      if (next === reference) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

/** Lists the references of a schema itself, without the references in its properties and items. */
function listDirectReferences(node: Json | undefined): string[] {
  if (!isObject(node)) return [];
  if (typeof node["$ref"] === "string") return [node["$ref"]];
  return ["allOf", "anyOf", "oneOf"].flatMap((key) => arrayIn(node, key).flatMap(listDirectReferences));
}
