import { type ApiDescription, toOperationKey } from "@nectar-sdk/openapi/document";
import { isMap, parseDocument } from "yaml";
import { formatCallName } from "../../codegen/names/call-name.ts";
import { deriveCallNames } from "../../codegen/names/derive-call-name.ts";
import { createNamePair } from "../../codegen/names/format-name-line.ts";
import { unused } from "../../codegen/names/identifier.ts";
import { parseResources } from "../../codegen/names/parse-resources.ts";
import { resolveNames } from "../../codegen/names/resolve-names.ts";

/** Returns the text of `resources.yaml` with a line for each operation that lacks one; a derived name that is taken gets a number. */
export function addNames(
  text: string,
  version: string,
  api: ApiDescription,
): { readonly text: string; readonly added: number } {
  const named = parseResources(text).operations;
  const { names } = resolveNames(api, named);
  const missing = api.operations.filter(({ id }) => id !== undefined && !names.has(id));
  if (missing.length === 0) return { text, added: 0 };

  const document = parseDocument(text);
  const operations = document.get("operations");
  if (!isMap(operations)) throw new Error("specs/resources.yaml: `operations` is not a map");
  const derived = deriveCallNames(missing);
  const taken = new Set(named.map(({ name }) => formatCallName(name)));
  const ids = new Set(named.map(({ id }) => id));
  for (const [index, { method, path, id = "" }] of missing.entries()) {
    const name = unused(formatCallName(derived.get(id) ?? { resource: "api", method: "call" }), taken);
    taken.add(name);
    const line = { key: toOperationKey(method, path), name, id: ids.has(id) ? undefined : id };
    const pair = createNamePair(document, line);
    if (index === 0) pair.key.commentBefore = ` Derived from the operations of ${version}.`;
    operations.items.push(pair);
  }
  return { text: document.toString({ lineWidth: 0 }), added: missing.length };
}
