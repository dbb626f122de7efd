import {
  type ApiOperation,
  groupBy,
  type JsonObject,
  readApi,
  stringIn,
  toOperationKey,
} from "@nectar-sdk/openapi/document";
import { toSingular } from "../../../codegen/names/identifier.ts";

/** The documents of a version before and after a pull, normalised. */
export interface DocumentPair {
  readonly version: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** The operations of all versions, by key. */
export interface OperationMatches {
  /** Keys that moved in every version that had them. */
  readonly moved: ReadonlyMap<string, string>;
  /** Keys that no version has any more. */
  readonly lost: readonly string[];
  /** Keys that no version had. */
  readonly added: readonly string[];
  /** The ids of each operation in the new documents. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Ways to tell that two operations are the same, the surest first. A generator may give an id to another operation. */
const WAYS: readonly ((operation: ApiOperation) => string | undefined)[] = [
  readKey,
  ({ object }) => stringIn(object, "summary")?.trim().toLowerCase(),
  ({ id }) => id,
  ({ method, path }) => toOperationKey(method, path.split("/").map(toSingular).join("/")),
];

/** Finds the operations of the old documents in the new ones: by method and path, then by title, id, and path in the singular. */
export function matchOperations(pairs: readonly DocumentPair[]): OperationMatches {
  const before = new Set<string>();
  const ids = new Map<string, Set<string>>();
  const moves: (readonly [string, string])[] = [];
  for (const pair of pairs) {
    const [old, recent] = [readApi(pair.before).operations, readApi(pair.after).operations];
    for (const operation of old) before.add(readKey(operation));
    for (const operation of recent) {
      const known = ids.get(readKey(operation)) ?? new Set();
      if (operation.id !== undefined) known.add(operation.id);
      ids.set(readKey(operation), known);
    }
    moves.push(...matchOne(old, recent));
  }
  const moved = new Map(moves.filter(([from, to]) => from !== to && !ids.has(from) && !before.has(to)));
  const arrived = new Set(moved.values());
  return {
    moved,
    lost: [...before].filter((key) => !ids.has(key) && !moved.has(key)),
    added: [...ids.keys()].filter((key) => !before.has(key) && !arrived.has(key)),
    ids,
  };
}

/** Pairs of keys. What two operations of a document share tells nothing. */
function matchOne(old: readonly ApiOperation[], recent: readonly ApiOperation[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  let [left, right] = [old, recent];
  for (const way of WAYS) {
    const [before, after] = [groupBy(left, way), groupBy(right, way)];
    for (const [value, [one, ...others]] of before) {
      const [other, ...alsoOther] = after.get(value) ?? [];
      if (value === undefined || one === undefined || other === undefined || others.length + alsoOther.length > 0)
        continue;
      pairs.push([readKey(one), readKey(other)]);
      left = left.filter((operation) => operation !== one);
      right = right.filter((operation) => operation !== other);
    }
  }
  return pairs;
}

function readKey({ method, path }: ApiOperation): string {
  return toOperationKey(method, path);
}
