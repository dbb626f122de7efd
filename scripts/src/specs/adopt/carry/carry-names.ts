import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { OperationMatches } from "./match-operations.ts";

/** The names after a pull, before new operations get theirs. */
export interface CarriedNames {
  /** Text of `resources.yaml`. */
  readonly text: string;
  /** Names whose operations are lost: `GET /ping` → `ping.retrieve`. */
  readonly lost: ReadonlyMap<string, string>;
}

/**
 * Gives names to the new paths and ids of their operations, and removes the lines of lost operations and of resources without any. An id
 * that differs between versions is left out: it could find one operation only.
 */
export function carryNames(text: string, { moved, lost, ids }: OperationMatches): CarriedNames {
  const document = parseDocument(text);
  const operations = readMap(document.get("operations"));
  const removed = new Map<string, string>();
  for (const pair of [...operations.items]) {
    const key = readText(pair.key);
    const { name, id } = readName(pair.value);
    if (lost.includes(key)) {
      removed.set(key, name);
      operations.items.splice(operations.items.indexOf(pair), 1);
      continue;
    }
    const current = moved.get(key) ?? key;
    const known = ids.get(current);
    // No version has the operation, and none had it before: a stale line, which `specs:check` reports.
    if (known === undefined) continue;
    const [only, ...others] = known;
    const newId = others.length > 0 ? undefined : only;
    if (isScalar(pair.key) && current !== key) pair.key.value = current;
    if (newId !== id) pair.value = newId === undefined ? document.createNode(name) : flowMap(document, name, newId);
  }
  if (removed.size > 0) removeUnusedResources(document.get("resources"), operations);
  return { text: document.toString({ lineWidth: 0 }), lost: removed };
}

function flowMap(document: ReturnType<typeof parseDocument>, name: string, id: string): unknown {
  return document.createNode({ name, id }, { flow: true });
}

function removeUnusedResources(resources: unknown, operations: YAMLMap): void {
  if (!isMap(resources)) return;
  const used = new Set(operations.items.map(({ value }) => readName(value).name.split(".")[0]));
  resources.items = resources.items.filter((pair: Pair) => used.has(readText(pair.key)));
}

function readMap(value: unknown): YAMLMap {
  if (isMap(value)) return value;
  throw new Error("specs/resources.yaml: `operations` is not a map");
}

function readName(value: unknown): { readonly name: string; readonly id: string | undefined } {
  if (!isMap(value)) return { name: readText(value), id: undefined };
  const id = value.get("id");
  return { name: String(value.get("name")), id: id === undefined ? undefined : String(id) };
}

function readText(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}
