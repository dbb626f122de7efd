import type { FoundOperation } from "../../document/list-operations.ts";
import { templateForm } from "../../document/path-template.ts";

/** Operations that are the same one in both documents, and those that have no partner. */
export interface Matched {
  readonly pairs: readonly (readonly [before: FoundOperation, after: FoundOperation])[];
  readonly removed: readonly FoundOperation[];
  readonly added: readonly FoundOperation[];
}

/** Matches by operationId, the rest by method and path; the names of path parameters do not count. */
export function matchOperations(before: readonly FoundOperation[], after: readonly FoundOperation[]): Matched {
  const byId = matchBy(({ id }) => id, { pairs: [], removed: before, added: after });
  return matchBy(({ method, path }) => `${method} ${templateForm(path)}`, byId);
}

/** Pairs what has the same key. A key that two operations of a document have says nothing. */
function matchBy(keyOf: (operation: FoundOperation) => string | undefined, matched: Matched): Matched {
  const left = Map.groupBy(matched.removed, keyOf);
  const right = Map.groupBy(matched.added, keyOf);
  const pairs = [...left].flatMap(([key, [one, ...others]]) => {
    const [other, ...alsoOther] = right.get(key) ?? [];
    const isClear = one !== undefined && other !== undefined && others.length + alsoOther.length === 0;
    return isClear && key !== undefined ? [[one, other] as const] : [];
  });
  const paired = new Set(pairs.flat());
  return {
    pairs: [...matched.pairs, ...pairs],
    removed: matched.removed.filter((operation) => !paired.has(operation)),
    added: matched.added.filter((operation) => !paired.has(operation)),
  };
}
