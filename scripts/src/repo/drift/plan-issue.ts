import { cutLines } from "./plan-pull-request.ts";

/** An open issue of the repository. */
export interface OpenIssue {
  readonly number: number;
  readonly title: string;
}

/** The next step for the issue of a source. */
export type IssueAction =
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly title: string; readonly body: string }
  | { readonly kind: "update"; readonly number: number; readonly title: string; readonly body: string }
  | { readonly kind: "close"; readonly number: number; readonly comment: string };

/** The label of the issues. */
export const UNWELL_LABEL = "source unwell";

/** Longer messages are cut. */
const LONGEST_REASON = 2000;

/**
 * Plans the one issue of a source: it is opened once, updated while the source is unwell, and closed when it is well again.
 *
 * @param reason why the source is unwell; `undefined` if it is well
 * @param issues the open issues with the label {@link UNWELL_LABEL}
 * @param today `2026-01-31`
 */
export function planIssue(
  version: string,
  reason: string | undefined,
  issues: readonly OpenIssue[],
  today: string,
): IssueAction {
  const prefix = `source of ${version} unwell since `;
  const existing = issues.find(({ title }) => title.startsWith(prefix));
  if (reason === undefined) {
    return existing === undefined
      ? { kind: "none" }
      : { kind: "close", number: existing.number, comment: `The source of ${version} is well again since ${today}.` };
  }
  const body = [
    `The document of ${version} is not proposed. Its pull ended on ${today} with:`,
    "",
    ...cutLines(reason.split("\n"), LONGEST_REASON)
      .split("\n")
      .map((line) => `    ${line}`),
    "",
    "This issue is updated by each run, and closes itself.",
  ].join("\n");
  if (existing === undefined) return { kind: "open", title: `${prefix}${today}`, body };
  return { kind: "update", number: existing.number, title: existing.title, body };
}
