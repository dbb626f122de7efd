import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Mistakes that turn a rehearsal red, by name. Each is made in the copy, before the version of the changed document. */
export const FAULTS: ReadonlyMap<string, (root: string) => Promise<void>> = new Map([
  [
    "client-moves",
    (root) => writeFile(join(root, ".changeset/fault.md"), '---\n"@nectar-sdk/client": patch\n---\n\nA fault.\n'),
  ],
  ["webhooks-stay", (root) => rm(join(root, ".changeset/spec-webhooks.md"))],
]);
