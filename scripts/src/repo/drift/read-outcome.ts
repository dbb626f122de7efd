import { asObject, asString, isArray } from "@nectar-sdk/openapi/document";
import { parseJson } from "../../shared/parse-json.ts";
import { LABELS, LONGEST_BODY, nameBranch } from "./plan-pull-request.ts";
import type { Outcome } from "./propose.ts";

/**
 * Reads the outcome that another job wrote. That job ran the generator on the document of a stranger, so nothing is taken on trust.
 *
 * @throws {Error} naming the first field that is not as it must be
 */
export function readOutcome(text: string, version: string): Outcome {
  const { kind, reason, pullRequest } = asObject(parseJson(text, "outcome.json"), "outcome.json");
  if (kind === "unchanged") return { kind };
  if (kind === "unwell") return { kind, reason: asString(reason, "outcome.json: reason") };
  if (kind !== "changed") throw new Error(`outcome.json: unknown kind: ${String(kind)}`);
  const { branch, title, body, labels, isDraft } = asObject(pullRequest, "outcome.json: pullRequest");
  if (branch !== nameBranch(version)) throw new Error(`outcome.json: unexpected branch: ${String(branch)}`);
  const line = asString(title, "outcome.json: title");
  const content = asString(body, "outcome.json: body");
  if (!/^[^\r\n]{1,200}$/.test(line)) throw new Error("outcome.json: the title is not one line");
  if (content.length > LONGEST_BODY)
    throw new Error(`outcome.json: the body is longer than ${LONGEST_BODY} characters`);
  const known = Object.values(LABELS);
  const names = (isArray(labels) ? labels : []).map(String);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`outcome.json: unknown label: ${unknown}`);
  return { kind, pullRequest: { branch, title: line, body: content, labels: names, isDraft: isDraft !== false } };
}
