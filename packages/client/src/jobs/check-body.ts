import { NectarValidationError } from "../errors/nectar-validation-error.ts";

/**
 * Refuses the body of an upload that can only fail.
 *
 * @throws {NectarValidationError} that names the argument
 */
export function checkUploadBody(method: string, body: unknown): void {
  const { siteId }: { readonly siteId?: unknown } = Object(body);
  if (typeof body !== "object" || body === null) throw refuse(method, "the body must be an object");
  if (siteId !== undefined && siteId !== null && typeof siteId !== "string") {
    throw refuse(method, "`siteId` must be a text or null");
  }
}

/**
 * Refuses the body of a bulk upload that can only fail. Never quotes a URL, since it may be signed.
 *
 * @throws {NectarValidationError} that names the argument
 */
export function checkBulkBody(body: unknown): void {
  checkUploadBody("submitBulk", body);
  const { documents }: { readonly documents?: unknown } = Object(body);
  if (!Array.isArray(documents)) throw refuse("submitBulk", "`documents` must be a list of https:// URLs");
  const bad = documents.findIndex((url) => !isHttpsUrl(url));
  if (bad >= 0) throw refuse("submitBulk", `documents[${bad}] must be an https:// URL`);
}

function isHttpsUrl(url: unknown): boolean {
  return typeof url === "string" && URL.canParse(url) && new URL(url).protocol === "https:";
}

function refuse(method: string, problem: string): NectarValidationError {
  return new NectarValidationError(`jobs.${method}: ${problem}; nothing was sent`);
}
