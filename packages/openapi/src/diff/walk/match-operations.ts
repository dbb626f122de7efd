import { groupBy } from "../../document/group-by.ts";
import { toOperationKey, toTemplateForm } from "../../document/path-template.ts";
import type { ApiOperation } from "../../document/read-api.ts";

/** Operations that both documents have, and operations that only one has. */
export interface MatchedOperations {
  readonly pairs: readonly (readonly [before: ApiOperation, after: ApiOperation])[];
  readonly removed: readonly ApiOperation[];
  readonly added: readonly ApiOperation[];
}

/**
 * Finds the same operation in both documents: by method and path, then by key. An id proves nothing, since a generator may give it to
 * another operation.
 */
const KEYS: readonly ((operation: ApiOperation) => string)[] = [
  ({ method, path }) => `${method} ${toTemplateForm(path)}`,
  ({ method, path }) => toOperationKey(method, path),
];

/** Matches the operations of two documents. */
export function matchOperations(before: readonly ApiOperation[], after: readonly ApiOperation[]): MatchedOperations {
  const unmatched: MatchedOperations = { pairs: [], removed: before, added: after };
  return KEYS.reduce((matched, readKey) => matchBy(readKey, matched), unmatched);
}

/** Pairs operations with the same key. A key that two operations of a document share is ignored. */
function matchBy(readKey: (operation: ApiOperation) => string, matched: MatchedOperations): MatchedOperations {
  const left = groupBy(matched.removed, readKey);
  const right = groupBy(matched.added, readKey);
  const pairs = [...left].flatMap(([key, [one, ...others]]) => {
    const [other, ...alsoOther] = right.get(key) ?? [];
    const isClear = one !== undefined && other !== undefined && others.length + alsoOther.length === 0;
    return isClear ? [[one, other] as const] : [];
  });
  const paired = new Set(pairs.flat());
  return {
    pairs: [...matched.pairs, ...pairs],
    removed: matched.removed.filter((operation) => !paired.has(operation)),
    added: matched.added.filter((operation) => !paired.has(operation)),
  };
}
