import { asObject, isArray, stringIn } from "@nectar-sdk/openapi/document";
import { parseJson } from "../../shared/parse-json.ts";
import type { IssueAction, OpenIssue } from "./plan-issue.ts";
import { UNWELL_LABEL } from "./plan-issue.ts";
import { LABELS, type PullRequest } from "./plan-pull-request.ts";

/** Runs `gh`, the command line of GitHub, and returns what it prints. */
export type RunGh = (args: readonly string[], input?: string) => Promise<string>;

/** A pull request that is open. */
export interface OpenPullRequest {
  readonly number: number;
  readonly isDraft: boolean;
  readonly labels: readonly string[];
}

/** Finds the open pull request of a branch. */
async function findPullRequest(gh: RunGh, branch: string): Promise<OpenPullRequest | undefined> {
  const fields = ["--json", "number,isDraft,labels"];
  const [found] = parseList(await gh(["pr", "list", "--head", branch, "--state", "open", ...fields]));
  if (found === undefined) return undefined;
  const { number, isDraft, labels } = asObject(found, "pull request");
  return {
    number: Number(number),
    isDraft: isDraft === true,
    labels: (isArray(labels) ? labels : []).map((label) => stringIn(label, "name") ?? ""),
  };
}

/** Opens the pull request of a branch, or updates the one that is open: its text, its labels, and whether it is a draft. */
export async function writePullRequest(gh: RunGh, wanted: PullRequest, base: string): Promise<void> {
  const { branch, title, body, labels, isDraft } = wanted;
  for (const label of labels) await gh(["label", "create", label, "--force"]);
  const open = await findPullRequest(gh, branch);
  if (open === undefined) {
    const draft = isDraft ? ["--draft"] : [];
    const options = ["--title", title, "--body-file", "-", ...labels.flatMap((label) => ["--label", label])];
    await gh(["pr", "create", "--head", branch, "--base", base, ...draft, ...options], body);
    return;
  }
  const number = String(open.number);
  const old = open.labels.filter((label) => Object.values(LABELS).includes(label) && !labels.includes(label));
  const options = [
    ...["--title", title, "--body-file", "-"],
    ...labels.filter((label) => !open.labels.includes(label)).flatMap((label) => ["--add-label", label]),
    ...old.flatMap((label) => ["--remove-label", label]),
  ];
  await gh(["pr", "edit", number, ...options], body);
  if (isDraft !== open.isDraft) await gh(["pr", "ready", number, ...(isDraft ? ["--undo"] : [])]);
}

/** Closes the pull request of a branch, if one is open: upstream took its change back, or it has landed. */
export async function closePullRequest(gh: RunGh, branch: string): Promise<void> {
  const open = await findPullRequest(gh, branch);
  if (open === undefined) return;
  const comment = "The main branch has the document of upstream.";
  await gh(["pr", "close", String(open.number), "--comment", comment, "--delete-branch"]);
}

/** Lists the open issues about sources. */
export async function listIssues(gh: RunGh): Promise<OpenIssue[]> {
  const fields = ["--limit", "100", "--json", "number,title"];
  const found = parseList(await gh(["issue", "list", "--label", UNWELL_LABEL, "--state", "open", ...fields]));
  return found.map((value) => {
    const { number, title } = asObject(value, "issue");
    return { number: Number(number), title: String(title) };
  });
}

/** Carries out what {@link IssueAction} says. */
export async function applyIssueAction(gh: RunGh, action: IssueAction): Promise<void> {
  if (action.kind === "open") {
    await gh(["label", "create", UNWELL_LABEL, "--force"]);
    await gh(["issue", "create", "--title", action.title, "--label", UNWELL_LABEL, "--body-file", "-"], action.body);
  }
  if (action.kind === "update") await gh(["issue", "edit", String(action.number), "--body-file", "-"], action.body);
  if (action.kind === "close") {
    await gh(["issue", "close", String(action.number), "--comment", action.comment]);
  }
}

function parseList(text: string): readonly unknown[] {
  const value = parseJson(text === "" ? "[]" : text, "the output of gh");
  return isArray(value) ? value : [];
}
