import { isArray, isObject, type JsonObject, objectAt } from "@nectar-sdk/openapi/document";

/** The document without the components that no operation and no webhook reaches: each version uses a part of the shared ones. */
export function pruneComponents(document: JsonObject): JsonObject {
  const components = objectAt(document, "components", "document");
  const reached = new Set<string>();
  const visit = (value: unknown): void => {
    if (isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const ref = value["$ref"];
    if (typeof ref === "string" && !reached.has(ref)) {
      reached.add(ref);
      const [, , section = "", name = ""] = ref.split("/");
      visit(objectAt(objectAt(components, section, "components"), name, section));
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(document["paths"]);
  visit(document["webhooks"]);
  const kept = Object.keys(components).map((section) => {
    const members = Object.entries(objectAt(components, section, "components"));
    const isUsed = (name: string) => section === "securitySchemes" || reached.has(`#/components/${section}/${name}`);
    return [section, Object.fromEntries(members.filter(([name]) => isUsed(name)))];
  });
  return { ...document, components: Object.fromEntries(kept) };
}
