import { arrayIn, isObject, type Json, type JsonObject, lookUp, walkObjects } from "@nectar-sdk/openapi/document";
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
  if (lookUp(document, reference) === undefined) {
    return { message: `refers to "${reference}", which does not exist`, fix: "add it or correct the $ref" };
  }
  if (!leadsBack(document, reference)) return undefined;
  return { message: `refers to "${reference}", which leads back to itself`, fix: "correct the $ref" };
}

/** Whether what a reference stands for is nothing but itself again, be it among others: no value and no type is made of that. */
function leadsBack(document: JsonObject, reference: string): boolean {
  const seen = new Set<string>();
  const open = [reference];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const next of directReferences(lookUp(document, current))) {
      if (next === reference) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

/** The references that a schema consists of, without those of its properties and items. */
function directReferences(node: Json | undefined): string[] {
  if (!isObject(node)) return [];
  if (typeof node["$ref"] === "string") return [node["$ref"]];
  return ["allOf", "anyOf", "oneOf"].flatMap((key) => arrayIn(node, key).flatMap(directReferences));
}
