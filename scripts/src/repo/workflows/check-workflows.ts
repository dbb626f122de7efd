import { isArray, isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";
import { parseDocument } from "yaml";

/** `owner/name@<commit>`, with the version that people read in a comment behind it. */
const PINNED = /^\s*-?\s*uses:\s*[\w.-]+\/[\w./-]+@[\da-f]{40}\s+#\s*v\d[\w.-]*\s*$/;
const LOCAL = /^\s*-?\s*uses:\s*\.\//;
/** Names of tokens that last longer than a run. */
const TOKENS = /\b(?:NPM_TOKEN|NODE_AUTH_TOKEN|NPM_AUTH_TOKEN|PERSONAL_ACCESS_TOKEN|GH_PAT)\b/;

/**
 * Checks a workflow of GitHub Actions: actions are pinned by commit, no permission is given to the whole workflow, no token outlives a run,
 * and no code of a stranger runs with secrets.
 *
 * @returns one line for each problem, with its place and its cure
 */
export function checkWorkflow(file: string, text: string): string[] {
  const document = parseDocument(text);
  const [mistake] = document.errors;
  const workflow: unknown = mistake === undefined ? document.toJS() : undefined;
  if (!isObject(workflow))
    return [`${file}: is not a workflow: ${mistake?.message.split("\n")[0] ?? "expected a map"}`];
  return [...checkLines(file, text.split("\n")), ...checkPermissions(file, workflow), ...checkSteps(file, workflow)];
}

function checkLines(file: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const place = `${file}:${index + 1}`;
    if (/^\s*-?\s*uses:/.test(line) && !LOCAL.test(line) && !PINNED.test(line)) {
      return [`${place}: pin the action by its commit and name its version: owner/name@<40 hex digits> # v1.2.3`];
    }
    const token = TOKENS.exec(line)?.[0];
    if (token !== undefined) return [`${place}: ${token} outlives the run; publish with id-token: write instead`];
    return [];
  });
}

function checkPermissions(file: string, workflow: JsonObject): string[] {
  const { permissions, on, jobs } = workflow;
  const isEmpty = isObject(permissions) && Object.keys(permissions).length === 0;
  const events = typeof on === "string" ? [on] : isArray(on) ? on : Object.keys(isObject(on) ? on : {});
  return [
    ...(isEmpty ? [] : [`${file}: write permissions: {} at the top, and give each job what it needs`]),
    ...(events.includes("pull_request_target")
      ? [`${file}: pull_request_target runs code of strangers with secrets; use pull_request`]
      : []),
    ...Object.entries(isObject(jobs) ? jobs : {}).flatMap(([name, job]) =>
      isObject(job) && isObject(job["permissions"]) ? [] : [`${file}: job ${name}: list its permissions`],
    ),
  ];
}

function checkSteps(file: string, { jobs }: JsonObject): string[] {
  return Object.entries(isObject(jobs) ? jobs : {}).flatMap(([name, job]) => {
    const steps: readonly Json[] = isObject(job) && isArray(job["steps"]) ? job["steps"] : [];
    return steps.flatMap((step) => {
      if (!isObject(step) || !String(step["uses"]).startsWith("actions/checkout@")) return [];
      const settings = isObject(step["with"]) ? step["with"] : {};
      return settings["persist-credentials"] === false
        ? []
        : [`${file}: job ${name}: set persist-credentials: false, so that no later step finds the token`];
    });
  });
}
