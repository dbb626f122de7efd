import type { Change, Severity } from "@nectar-sdk/openapi/diff";
import { escapeMarkdown } from "@nectar-sdk/openapi/report";
import type { Question } from "../../specs/adopt/questions/questions.ts";

/** GitHub refuses bodies above 65,536 characters. */
export const LONGEST_BODY = 60_000;

/** A change of an upstream document that is proposed. */
export interface Drift {
  readonly version: string;
  readonly changes: readonly Change[];
  /** The whole report in Markdown, line by line. */
  readonly report: readonly string[];
  /** Questions without a choice. */
  readonly questions: readonly Question[];
  /** Ids of the breaking changes of the next release. */
  readonly breaking: readonly string[];
  /** The reasons for breaking changes, by id. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** A pull request as it must stand. */
export interface PullRequest {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly isDraft: boolean;
}

/** More ids than these are only counted: the report lists them. */
const MOST_IDS = 200;

const SEVERITIES: readonly Severity[] = ["breaking", "maybe", "additive", "text"];

/** The label of each judgement. */
export const LABELS: Readonly<Record<Severity, string>> = {
  breaking: "drift: breaking",
  maybe: "drift: may break",
  additive: "drift: additive",
  text: "drift: text",
};

/** The branch of a version, which later pulls update. */
export function nameBranch(version: string): string {
  return `specs/${version}`;
}

/** Plans the pull request of a changed document: a draft until each question has a choice and each breaking change a reason. */
export function planPullRequest(drift: Drift): PullRequest {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = drift.changes.filter((change) => change.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  const missing = drift.breaking.filter((id) => !drift.reasons.has(id));
  const summary = counts.map(({ severity, count }) => `${count} ${severity}`).join(", ");
  return {
    branch: nameBranch(drift.version),
    title: `${drift.version}: ${summary || "another form of the same document"}`,
    body: cutLines([...formatQuestions(drift.questions), ...formatMissing(missing), ...drift.report], LONGEST_BODY),
    labels: counts.map(({ severity }) => LABELS[severity]),
    isDraft: drift.questions.length > 0 || missing.length > 0,
  };
}

function formatQuestions(questions: readonly Question[]): string[] {
  if (questions.length === 0) return [];
  return [
    `## Questions (${questions.length})`,
    "",
    "Add a `choice` to each in `specs/decisions.yaml` on this branch. The proposal applies until then.",
    "",
    ...questions.map(
      ({ id, text, place, proposal, choices }) =>
        `- **${escapeMarkdown(id)}**: ${escapeMarkdown(text)} (${escapeMarkdown(place)}). ` +
        `Proposal: ${escapeMarkdown(proposal)}; choices: ${choices.map(escapeMarkdown).join(", ")}`,
    ),
    "",
  ];
}

function formatMissing(missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  return [
    `## Breaking changes without a reason (${missing.length})`,
    "",
    "Say why each is right in `specs/decisions.yaml` on this branch:",
    "",
    "```yaml",
    "breaking:",
    ...missing.slice(0, MOST_IDS).map((id) => `  "${id}": `),
    "```",
    ...(missing.length > MOST_IDS ? ["", `${missing.length - MOST_IDS} more are in the report.`] : []),
    "",
  ];
}

/** Takes whole lines from the start, up to a number of characters. */
export function cutLines(lines: readonly string[], longest: number): string {
  const whole = lines.join("\n");
  if (whole.length <= longest) return whole;
  const note = "\n… The rest is in the artifact of the run: the whole report.";
  const kept: string[] = [];
  let length = note.length;
  for (const line of lines) {
    length += line.length + 1;
    if (length > longest) break;
    kept.push(line);
  }
  return [...kept, note].join("\n");
}
