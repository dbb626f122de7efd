import { readFileSync } from "node:fs";
import { type Change, RULES } from "@nectar-sdk/openapi/diff";
import { isObject } from "@nectar-sdk/openapi/document";

/** Meaning of a change for code, where the documents alone do not state it. */
export interface Meaning {
  /** Name of the property before. */
  readonly property: string;
  readonly rules: readonly string[];
  /** Name of a property that the owner has after the change; without it, the entry does not apply. */
  readonly after?: string;
  /**
   * `rename`: the property is now called `after`, and code is edited if both have the same type. `remove`: an object literal may leave the
   * property out. `hint`: only a person can change the code.
   */
  readonly meaning: "rename" | "remove" | "hint";
  /** Instruction for the places that are not edited. */
  readonly text: string;
}

let loaded: readonly Meaning[] | undefined;

/** Finds the meaning of a change among those of the table. */
export function findMeaning(
  change: Change,
  meanings: readonly Meaning[],
  ownerHas: (property: string) => boolean,
): Meaning | undefined {
  const property = change.where.path.at(-1)?.name;
  return meanings.find(
    (entry) =>
      entry.property === property &&
      entry.rules.includes(change.rule) &&
      (entry.after === undefined || ownerHas(entry.after)),
  );
}

/** Says what to do about a change: from its meaning, else from the change itself. */
export function adviseOn(change: Change, meaning: Meaning | undefined): string {
  if (meaning !== undefined) return meaning.text;
  if (change.kind === "path-parameter-renamed") return `Write ${change.after ?? ""} instead of ${change.before ?? ""}.`;
  if (/^(?:(?:open|closed)-)?property-removed$/.test(change.kind))
    return "Remove the use, or take the value from elsewhere.";
  return "Compare the code with the new type.";
}

/** Explains a change in one sentence. */
export function explainChange(change: Change): string {
  const { where, before, after } = change;
  const sentence = RULES.find(({ kind }) => kind === change.kind)?.sentence ?? change.rule.replaceAll("-", " ");
  const place = [where.subject, where.part, where.field].filter((text) => text !== "").join(" ");
  const values = [before, after].filter((text) => text !== undefined).join(" → ");
  return `${place}: ${[sentence.replace(/\.$/, ""), values].filter((text) => text !== "").join(": ")}`;
}

/** Reads the table of this package. */
export function readMeanings(): readonly Meaning[] {
  if (loaded === undefined) {
    const json: unknown = JSON.parse(readFileSync(new URL("../../meanings.json", import.meta.url), "utf8"));
    loaded = Array.isArray(json) ? json.filter(isMeaning) : [];
  }
  return loaded;
}

const MEANINGS: readonly unknown[] = ["rename", "remove", "hint"];

function isMeaning(value: unknown): value is Meaning {
  if (!isObject(value)) return false;
  const { property, rules, after, meaning, text } = value;
  return (
    typeof property === "string" &&
    Array.isArray(rules) &&
    (after === undefined ? meaning !== "rename" : typeof after === "string") &&
    MEANINGS.includes(meaning) &&
    typeof text === "string"
  );
}
