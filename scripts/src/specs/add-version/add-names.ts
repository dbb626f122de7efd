import { isMap, parseDocument } from "yaml";

/** The text of `resources.yaml` with the names that it lacks; existing names are kept, and a derived one that is taken gets a number. */
export function addNames(
  text: string,
  version: string,
  derived: ReadonlyMap<string, string>,
): { readonly text: string; readonly added: number } {
  const document = parseDocument(text);
  const operations = document.get("operations") ?? document.contents;
  if (!isMap(operations)) throw new Error("resources.yaml: operations must be a map");
  const known = new Map(operations.items.map(({ key, value }) => [String(key), String(value)]));
  const taken = new Set(known.values());
  const missing = [...derived].filter(([id]) => !known.has(id));
  for (const [index, [id, name]] of missing.entries()) {
    const free = findFree(name, taken);
    taken.add(free);
    const pair = document.createPair(id, free);
    if (index === 0) pair.key.commentBefore = ` Derived from the operations of ${version}.`;
    operations.items.push(pair);
  }
  return { text: missing.length === 0 ? text : document.toString({ lineWidth: 0 }), added: missing.length };
}

function findFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}
