import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";

/**
 * The document without the `x-evidence` that says what the part around it says already. Shapes share their fragments, so a fragment
 * states what it knows and the shape that it ends up in decides whether that is news.
 */
export function dropInheritedEvidence(document: JsonObject): JsonObject {
  return dropIn(document, undefined);
}

function dropIn(object: JsonObject, inherited: Json | undefined): JsonObject {
  const own = object["x-evidence"];
  const current = own ?? inherited;
  const kept = Object.entries(object).filter(([key]) => key !== "x-evidence" || own !== inherited);
  return Object.fromEntries(kept.map(([key, child]) => [key, dropInChild(child, current)]));
}

function dropInChild(value: Json, inherited: Json | undefined): Json {
  if (isArray(value)) return value.map((item) => dropInChild(item, inherited));
  return isObject(value) ? dropIn(value, inherited) : value;
}
