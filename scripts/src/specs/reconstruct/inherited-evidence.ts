import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";

/**
 * Removes each `x-evidence` that repeats the value of the part around it. Shapes share fragments, so a fragment states its evidence, and
 * the shape that includes it decides whether it is redundant.
 */
export function dropInheritedEvidence(document: JsonObject, inherited?: Json): JsonObject {
  const own = document["x-evidence"];
  const kept = Object.entries(document).filter(([key]) => key !== "x-evidence" || own !== inherited);
  return Object.fromEntries(kept.map(([key, child]) => [key, dropInChild(child, own ?? inherited)]));
}

function dropInChild(value: Json, inherited: Json | undefined): Json {
  if (isArray(value)) return value.map((item) => dropInChild(item, inherited));
  return isObject(value) ? dropInheritedEvidence(value, inherited) : value;
}
