import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/**
 * Rejects an invalid body of an upload. The message never quotes a value, since a URL may be signed.
 *
 * @throws {NectarValidationError} when the body is invalid; the message names the argument
 */
export function checkUploadBody(method: "submit" | "submitMany" | "submitBulk", body: unknown): void {
  const problem = findBodyProblem(body, method === "submitBulk");
  if (problem === undefined) return;
  throw new NectarValidationError(`${problem}; nothing was sent`, { label: `jobs.${method}` });
}

function findBodyProblem(body: unknown, isBulk: boolean): string | undefined {
  if (typeof body !== "object" || body === null) return "the body must be an object";
  const { siteId, documents }: { readonly siteId?: unknown; readonly documents?: unknown } = body;
  if (typeof (siteId ?? "") !== "string") return "`siteId` must be a string or null";
  if (!isBulk) return undefined;
  if (!Array.isArray(documents)) return "`documents` must be a list of https:// URLs";
  const bad = documents.findIndex((url) => !isHttpsUrl(url));
  return bad < 0 ? undefined : `documents[${bad}] must be an https:// URL`;
}

function isHttpsUrl(url: unknown): boolean {
  return typeof url === "string" && URL.canParse(url) && new URL(url).protocol === "https:";
}
