import type { Change } from "@nectar-sdk/openapi/diff";
import { sortWorstFirst } from "@nectar-sdk/openapi/report";
import { describeForUsers, type NameSchema } from "./describe-change.ts";

/** The kinds of a release, in the terms of npm. */
export type Bump = "patch" | "minor" | "major";

/** The release of a package that a change of its document needs. */
export interface SpecChange {
  readonly bump: Bump;
  /** Sentences for the changelog, breaking first. */
  readonly lines: readonly string[];
  /** Ids of the changes that decide the bump, such as every breaking one. */
  readonly ids: readonly string[];
}

/** More sentences than these are only counted. */
const LONGEST = 30;

const PREFIXES = { breaking: "**Breaking:** ", maybe: "**May break:** ", additive: "", text: "" };

/** Judges changes of a document, by the worse of their effects on messages and types; `undefined` for no change. */
export function describeChanges(changes: readonly Change[], nameSchema: NameSchema): SpecChange | undefined {
  if (changes.length === 0) return undefined;
  const sorted = sortWorstFirst(changes);
  const told = sorted.filter(({ severity }) => severity !== "text");
  const bump = chooseBump(sorted);
  return {
    bump,
    lines: [
      ...told.slice(0, LONGEST).map((change) => `${PREFIXES[change.severity]}${describeForUsers(change, nameSchema)}.`),
      ...countRest(told.slice(LONGEST)),
      ...countTexts(sorted.length - told.length),
    ],
    ids: sorted.filter((change) => chooseBump([change]) === bump).map(({ id }) => id),
  };
}

function chooseBump(changes: readonly Change[]): Bump {
  if (changes.some(({ severity }) => severity === "breaking")) return "major";
  return changes.some(({ severity }) => severity !== "text") ? "minor" : "patch";
}

function countRest(rest: readonly Change[]): string[] {
  if (rest.length === 0) return [];
  const breaking = rest.filter(({ severity }) => severity === "breaking").length;
  const worst = breaking === 0 ? "" : `, ${breaking} of them breaking`;
  return [
    `${rest.length} more${worst}: \`nectar-migrate diff\` with the \`openapi.json\` of both releases lists them.`,
  ];
}

function countTexts(count: number): string[] {
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? "change" : "changes"} of wording or structure, which neither messages nor types show.`,
  ];
}
