import type { ApiDocument, Operation } from "../document/api-document.ts";

/** The operation of an id. Throws with near ones where there is none, and with the id where the client's name was given. */
export function findOperation(document: ApiDocument, id: string): Operation {
  const operation = document.operations.get(id);
  if (operation !== undefined) return operation;
  const operations = [...document.operations.values()];
  const named = operations.find(({ name }) => name === id);
  if (named !== undefined) throw new RangeError(`${id} is the operation ${named.id}: pass that id`);
  const near = operations
    .map((candidate) => ({ id: candidate.id, distance: distance(candidate.id, String(id)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  throw new RangeError(
    `${document.version} has no operation ${String(id)}; near ones are ${near.map((candidate) => candidate.id).join(", ")}`,
  );
}

/** Levenshtein distance: how many characters have to change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replace = (row[j] ?? 0) + (character === b[j] ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
