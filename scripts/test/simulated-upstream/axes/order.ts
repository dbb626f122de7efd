import { isObject, type Json, type JsonObject, mapValues, objectIn } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { isList, rewriteDocument } from "../edit-document.ts";

/** Paths, components, parameters and `required` are sorted, as Django's generator does. */
export const sorted: Axis = {
  name: "sorted",
  isStyle: true,
  apply: (document) => {
    const written = rewriteDocument(document, (object) => ({
      ...object,
      ...(isList(object["required"]) ? { required: [...object["required"]].sort(compareTexts) } : {}),
      ...(isList(object["parameters"])
        ? { parameters: [...object["parameters"]].sort((a, b) => compareTexts(nameOf(a), nameOf(b))) }
        : {}),
    }));
    const components = mapValues(objectIn(written, "components"), (section) =>
      isObject(section) ? sortKeys(section) : section,
    );
    return { ...written, paths: sortKeys(objectIn(written, "paths")), components };
  },
};

function nameOf(parameter: Json): Json {
  return isObject(parameter) ? (parameter["name"] ?? parameter["$ref"] ?? "") : "";
}

function sortKeys(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => compareTexts(a, b)));
}

function compareTexts(a: Json, b: Json): number {
  return String(a) < String(b) ? -1 : 1;
}
