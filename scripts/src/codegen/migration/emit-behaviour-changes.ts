import { readFile } from "node:fs/promises";
import { docComment } from "../docs/doc-comment.ts";
import type { LocatedBehaviourChange } from "./behaviour-change.ts";

/** `generated/behaviour-change.ts`: the type of a fact, as this folder has it. */
export async function emitBehaviourChange(): Promise<string> {
  const text = await readFile(new URL("./behaviour-change.ts", import.meta.url), "utf8");
  return text.replaceAll("\r\n", "\n");
}

/** `generated/behaviour-changes.ts`: the facts as a constant. */
export function emitBehaviourChanges(changes: readonly LocatedBehaviourChange[]): string {
  return [
    'import type { LocatedBehaviourChange } from "./behaviour-change.ts";\n\n',
    docComment("The differences between versions that no document shows, in the order of the file."),
    `export const behaviourChanges: readonly LocatedBehaviourChange[] = ${JSON.stringify(changes, undefined, 2)};\n`,
  ].join("");
}
