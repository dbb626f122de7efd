import { isObject, type JsonObject, objectIn } from "../document/json.ts";
import { pointerKeys } from "../document/pointer.ts";
import { findReferences } from "./pinned-places.ts";

/** Leaves out the component schemas that only what was rewritten referred to. */
export function dropUnreferenced(before: JsonObject, after: JsonObject): JsonObject {
  const components = objectIn(after, "components");
  const schemas = objectIn(components, "schemas");
  const wasReferenced = findReferencedSchemas(before);
  const isReferenced = findReferencedSchemas(after);
  const kept = Object.entries(schemas).filter(([name]) => isReferenced.has(name) || !wasReferenced.has(name));
  if (kept.length === Object.keys(schemas).length || !isObject(after["components"])) return after;
  return { ...after, components: { ...components, schemas: Object.fromEntries(kept) } };
}

function findReferencedSchemas(document: JsonObject): ReadonlySet<string> {
  return new Set(
    [...new Set(findReferences(document))].flatMap((reference) => {
      const [root, section, name] = pointerKeys(reference) ?? [];
      // A discriminator may name a schema without the path to it.
      if (root === undefined) return [reference];
      return root === "components" && section === "schemas" && name !== undefined ? [name] : [];
    }),
  );
}
