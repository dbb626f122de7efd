import { groupBy } from "@nectar-sdk/openapi/document";
import type { UnmatchedAction } from "./apply-overlays.ts";

/** The actions of one version that match nothing. */
export interface VersionMatches {
  readonly version: string;
  /** Names of the overlays that apply to the version. */
  readonly overlays: readonly string[];
  readonly unmatched: readonly UnmatchedAction[];
}

/** Actions that match nothing, each as one line about all versions. */
export interface Judgement {
  readonly problems: readonly string[];
  /** The actions of the problems. */
  readonly actions: readonly UnmatchedAction[];
  readonly notes: readonly string[];
}

/**
 * Judges the actions that match nothing. One that matches in another version is fine where this version lacks the operation, or where its
 * target is plain; one with `x-optional: true` always is.
 */
export function judgeUnmatched(versions: readonly VersionMatches[]): Judgement {
  const all = versions.flatMap(({ version, unmatched }) => unmatched.map((action) => ({ version, ...action })));
  const problems: string[] = [];
  const notes: string[] = [];
  const actions: UnmatchedAction[] = [];
  for (const [, same] of groupBy(all, ({ overlay, index, place, what }) =>
    JSON.stringify([overlay, index, place, what]),
  )) {
    const [action] = same;
    if (action === undefined) continue;
    const isElsewhere = versions.some(
      ({ overlays, unmatched }) =>
        overlays.includes(action.overlay) &&
        !unmatched.some(
          ({ overlay, index, what }) => overlay === action.overlay && index === action.index && what === action.what,
        ),
    );
    const line = formatLine(same);
    if (action.isOptional || (isElsewhere && action.what === "operation")) notes.push(line);
    else if (!(isElsewhere && action.what === "target")) {
      actions.push(action);
      problems.push(`${line}${formatCure(action)}`);
    }
  }
  return { problems, notes, actions };
}

const REASONS = {
  operation: "no such operation in",
  part: "the operation lacks it in",
  target: "matches nothing in",
} as const satisfies Record<UnmatchedAction["what"], string>;

function formatLine(same: readonly (UnmatchedAction & { readonly version: string })[]): string {
  const [{ overlay, index, place, what } = { overlay: "", index: 0, place: "", what: "target" as const }] = same;
  const documents = same.map(({ version }) => `${version}/openapi.json`).join(", ");
  return `${overlay}: actions[${index}] (${place}) ${REASONS[what]} ${documents}`;
}

function formatCure({ nearest }: UnmatchedAction): string {
  const candidate = nearest === undefined ? "" : `; the nearest is ${nearest}`;
  return `${candidate}; correct the place, or add \`x-optional: true\``;
}
