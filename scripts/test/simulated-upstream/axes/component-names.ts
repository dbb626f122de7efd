import { isObject, type Json, type JsonObject, mapValues, objectIn } from "@nectar-sdk/openapi/document";
import type { Axis } from "../axis.ts";
import { editSchemas, isList } from "../edit-document.ts";
import { choose } from "../random.ts";

const PREFIX = "#/components/schemas/";

/** Component schemas are called after Django's serializers: `PaginatedMeterList`, `CountryEnum`, `PatchedSite`. */
export const componentNames: Axis = {
  name: "component-names",
  isStyle: false,
  apply: (document, random) => {
    const schemas = objectIn(objectIn(document, "components"), "schemas");
    const suffix = choose(["Serializer", "Out", "Detail"], random, "suffix");
    const names = new Map<string, string>();
    const taken = new Set<string>();
    for (const [name, schema] of Object.entries(schemas)) {
      const wanted = nameLikeDjango(name, schema, suffix);
      const free = taken.has(wanted) ? `${wanted}${suffix}` : wanted;
      taken.add(free);
      names.set(name, free);
    }
    const renamed = editSchemas(document, (own) =>
      Object.fromEntries(Object.entries(own).map(([name, schema]) => [names.get(name) ?? name, schema])),
    );
    return isObject(renamed) ? renameReferences(renamed, names) : renamed;
  },
};

function nameLikeDjango(name: string, schema: Json, suffix: string): string {
  if (["BlankEnum", "NullEnum"].includes(name)) return name;
  if (isObject(schema) && (schema["enum"] !== undefined || schema["x-extensible-enum"] !== undefined))
    return `${name}Enum`;
  if (name.endsWith("Page")) return `Paginated${name.slice(0, -"Page".length)}List`;
  if (name.endsWith("UpdateRequest")) return `Patched${name.slice(0, -"UpdateRequest".length)}`;
  if (name.endsWith("Request")) return `${name.slice(0, -"Request".length)}Input`;
  return `${name}${suffix}`;
}

function renameReferences(document: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  const below = (node: Json): Json => {
    if (typeof node === "string" && node.startsWith(PREFIX)) {
      const name = node.slice(PREFIX.length);
      return PREFIX + (names.get(name) ?? name);
    }
    if (isList(node)) return node.map(below);
    return isObject(node) ? mapValues(node, below) : node;
  };
  return mapValues(document, below);
}
