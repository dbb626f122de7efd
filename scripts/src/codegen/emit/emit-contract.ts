import { readFileSync } from "node:fs";

/**
 * `contract.ts`: the shapes between a package and a client. Every package carries the same text, since it imports nothing; the types are
 * compared by structure, so that one client serves all versions.
 */
export function emitContract(): string {
  return readFileSync(new URL("../templates/contract.ts.txt", import.meta.url), "utf8");
}
