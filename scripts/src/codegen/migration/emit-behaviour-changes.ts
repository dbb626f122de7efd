import { docComment } from "../docs/doc-comment.ts";
import type { BehaviourChange } from "./behaviour-change.ts";

/** `generated/behaviour-changes.ts`: the facts as a constant. */
export function emitBehaviourChanges(changes: readonly BehaviourChange[]): string {
  const keys: readonly [key: string, type: string, text: string][] = [
    ["id", "string", "Stable name."],
    ["from", "string", "The last version without it."],
    ["to", "string", "The first version with it."],
    ["change", "string", "What changed, as a sentence."],
    ["operations", "readonly string[]", "The resource methods that it concerns."],
    ["fields", "readonly string[]", "The fields that it concerns."],
    ["evidence", '"seen" | "inferred" | "assumed"', "Whether a public page states it."],
    ["source", "readonly string[]", "Public pages."],
    ["wrong", "string", "The effect on a program that ignores it."],
    ["look", "string", "How to find the places."],
  ];
  const optional = [
    ["doubt", "Why it may not be so."],
    ["before", "Code that ignores it."],
    ["after", "Code that respects it."],
  ];
  return [
    docComment("A difference between two versions that their documents do not show."),
    "export interface BehaviourChange {\n",
    ...keys.map(([key, type, text]) => `  /** ${text} */\n  readonly ${key}: ${type};\n`),
    ...optional.map(([key, text]) => `  /** ${text} */\n  readonly ${key}?: string;\n`),
    "}\n\n",
    docComment("The differences, in the order of the file."),
    `export const behaviourChanges: readonly BehaviourChange[] = ${JSON.stringify(changes, undefined, 2)};\n`,
  ].join("");
}
