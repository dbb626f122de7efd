import { groupBy } from "../../document/group-by.ts";
import { toTemplateForm } from "../../document/path-template.ts";
import type { ApiOperation } from "../../document/read-api.ts";

/** Operations that both documents have, and operations that only one has. */
export interface MatchedOperations {
  readonly pairs: readonly (readonly [before: ApiOperation, after: ApiOperation])[];
  readonly removed: readonly ApiOperation[];
  readonly added: readonly ApiOperation[];
}

/** Matches operations by operationId, the rest by method and path; the names of path parameters do not count. */
export function matchOperations(before: readonly ApiOperation[], after: readonly ApiOperation[]): MatchedOperations {
  const byId = matchBy(({ id }) => id, { pairs: [], removed: before, added: after });
  return matchBy(({ method, path }) => `${method} ${toTemplateForm(path)}`, byId);
}

/** Pairs operations with the same key. A key that two operations of a document share is ignored. */
function matchBy(
  readKey: (operation: ApiOperation) => string | undefined,
  matched: MatchedOperations,
): MatchedOperations {
  const left = groupBy(matched.removed, readKey);
  const right = groupBy(matched.added, readKey);
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
