import { applyIssueAction, closePullRequest, listIssues, type RunGh, writePullRequest } from "./github.ts";
import { planIssue } from "./plan-issue.ts";
import { nameBranch } from "./plan-pull-request.ts";
import type { Outcome } from "./propose.ts";

/** The arguments of {@link publishDrift}. */
export interface PublishOptions {
  readonly version: string;
  readonly outcome: Outcome;
  readonly gh: RunGh;
  /** Commits the change to a branch from the main branch, and pushes it. */
  readonly push: (branch: string, title: string) => Promise<void>;
  /** `2026-01-31` */
  readonly today: string;
}

/**
 * Shows the result of a pull on GitHub: one pull request for a change, and one issue for a source that is unwell.
 *
 * @returns the exit code: 1 if the source is unwell, so that the run is red
 */
export async function publishDrift({ version, outcome, gh, push, today }: PublishOptions): Promise<number> {
  const reason = outcome.kind === "unwell" ? outcome.reason : undefined;
  await applyIssueAction(gh, planIssue(version, reason, await listIssues(gh), today));
  if (outcome.kind === "unwell") return 1;
  if (outcome.kind === "unchanged") {
    await closePullRequest(gh, nameBranch(version));
    return 0;
  }
  const { pullRequest } = outcome;
  await push(pullRequest.branch, `feat(specs): adopt ${pullRequest.title}`.slice(0, 72));
  await writePullRequest(gh, pullRequest, "main");
  return 0;
}
