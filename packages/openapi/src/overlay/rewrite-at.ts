import { isObject, type Json } from "../document/json.ts";

/** Keys and indexes from the root to a node; the root is `[]`. */
export type Location = readonly (string | number)[];

/** Returned by a {@link Rewrite} to remove a node. */
export const REMOVED: unique symbol = Symbol("removed");

export type Rewrite = (node: Json, location: Location) => Json | typeof REMOVED;

interface Selection {
  selected: boolean;
  readonly children: Map<string | number, Selection>;
}

/**
 * Returns a copy of the document with every selected node rewritten; other nodes are shared with the input.
 * Locations refer to the input, so removing an array item does not shift the others. Inner nodes come first.
 */
export function rewriteAt(document: Json, locations: readonly Location[], rewrite: Rewrite): Json | typeof REMOVED {
  const root: Selection = { selected: false, children: new Map() };
  for (const location of locations) select(root, location);
  return rewriteSelected(document, root, [], rewrite);
}

function select(root: Selection, location: Location): void {
  let selection = root;
  for (const key of location) {
    const child: Selection = selection.children.get(key) ?? { selected: false, children: new Map() };
    selection.children.set(key, child);
    selection = child;
  }
  selection.selected = true;
}

function rewriteSelected(node: Json, selection: Selection, at: Location, rewrite: Rewrite): Json | typeof REMOVED {
  const child = (value: Json, key: string | number): Json | typeof REMOVED => {
    const below = selection.children.get(key);
    return below === undefined ? value : rewriteSelected(value, below, [...at, key], rewrite);
  };
  const inner = selection.children.size === 0 ? node : rewriteChildren(node, child);
  return selection.selected ? rewrite(inner, at) : inner;
}

function rewriteChildren(node: Json, child: (value: Json, key: string | number) => Json | typeof REMOVED): Json {
  if (isObject(node)) {
    const entries = Object.entries(node).map(([key, value]) => [key, child(value, key)] as const);
    return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== REMOVED));
  }
  if (!Array.isArray(node)) return node;
  return node.map(child).filter((value): value is Json => value !== REMOVED);
}
