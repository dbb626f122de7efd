import type { ApiDocument, Operation } from "../document/api-document.ts";
import { editDistance } from "../shared/edit-distance.ts";

/** The operation of an id. Throws with near ones where there is none, and with the id where the client's name was given. */
export function findOperation(document: ApiDocument, id: string): Operation {
  const operation = document.operations.get(id);
  if (operation !== undefined) return operation;
  const operations = [...document.operations.values()];
  const named = operations.find(({ name }) => name === id);
  if (named !== undefined) throw new RangeError(`${id} is the operation ${named.id}: pass that id`);
  const near = operations
    .map((candidate) => ({ id: candidate.id, distance: editDistance(candidate.id, String(id)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3);
  throw new RangeError(
    `${document.version} has no operation ${String(id)}; near ones are ${near.map((candidate) => candidate.id).join(", ")}`,
  );
}
