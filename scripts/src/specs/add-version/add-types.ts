import { type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { isMap, Pair, parseDocument, Scalar, YAMLMap } from "yaml";
import { parseResources } from "../../codegen/names/parse-resources.ts";
import { resolveNames } from "../../codegen/names/resolve-names.ts";
import { deriveTypes } from "../../codegen/types/derive-types.ts";
import { parseTypes } from "../../codegen/types/parse-types.ts";
import { formatTypeSource } from "../../codegen/types/type-source.ts";

/** The text of `resources.yaml` and the new types. */
export interface AddedTypes {
  readonly text: string;
  /** Place by name: `Budget` → `item of budgets.listByCompany`. */
  readonly added: ReadonlyMap<string, string>;
}

/** Returns the text of `resources.yaml` with a line for each component schema of the document that no line of `types` reaches. */
export function addTypes(text: string, version: string, document: JsonObject): AddedTypes {
  const resources = parseResources(text);
  const api = readApi(document);
  const named = { document, api, names: resolveNames(api, resources.operations).names };
  const derived = deriveTypes([named], parseTypes(resources));
  if (derived.length === 0) return { text, added: new Map() };

  const yaml = parseDocument(text);
  const listed = yaml.get("types");
  const types = isMap(listed) ? listed : new YAMLMap();
  const added = new Map(derived.map(({ name, source }) => [name, formatTypeSource(source)]));
  for (const [name, source] of added) {
    const key = new Scalar(name);
    if (types.items.length > 0 && name === derived[0]?.name)
      key.commentBefore = ` Derived from the schemas of ${version}.`;
    types.items.push(new Pair(key, new Scalar(source)));
  }
  yaml.set("types", types);
  return { text: yaml.toString({ lineWidth: 0 }), added };
}
