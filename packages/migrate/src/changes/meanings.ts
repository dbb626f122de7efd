import { readFileSync } from "node:fs";
import { type Change, RULES } from "@nectar-sdk/openapi/diff";
import { isObject } from "@nectar-sdk/openapi/document";

/** Meaning of a change for code, where the documents alone do not state it. */
interface Meaning {
  /** Name of the property before. */
  readonly property: string;
  readonly rules: readonly string[];
  /** Name of a property that the owner has after the change; without it, the entry does not apply. */
  readonly after?: string;
  readonly meaning: "rename" | "remove" | "hint";
  readonly text: string;
}

let loaded: readonly Meaning[] | undefined;

/** Says what to do about a change: from the table of meanings, else from the change itself. */
export function adviseOn(change: Change, ownerHas: (property: string) => boolean): string {
  const property = change.where.path.at(-1)?.name;
  const meaning = readMeanings().find(
    (entry) =>
      entry.property === property &&
      entry.rules.includes(change.rule) &&
      (entry.after === undefined || ownerHas(entry.after)),
  );
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

function readMeanings(): readonly Meaning[] {
  if (loaded === undefined) {
    const json: unknown = JSON.parse(readFileSync(new URL("../../meanings.json", import.meta.url), "utf8"));
    loaded = Array.isArray(json) ? json.filter(isMeaning) : [];
  }
  return loaded;
}

function isMeaning(value: unknown): value is Meaning {
  return isObject(value) && typeof value["property"] === "string" && typeof value["text"] === "string";
}
