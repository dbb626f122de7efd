import { decodeUrl } from "../check/decode-url.ts";
import type { SecretKind } from "./secret-names.ts";

/**
 * Reads the parts of a secret to mask everywhere else.
 *
 * A link counts as a whole, and so do its tokens. The address of a provider counts only when it contains a token.
 */
export function readSecretParts(secret: string, kind: SecretKind): string[] {
  if (kind !== "link" && kind !== "address") return [secret];
  const tokens = findTokens(secret);
  return kind === "link" || tokens.length > 0 ? [secret, ...tokens] : [];
}

/** Whether a path segment looks like a generated token rather than an id. */
export function isMachineMade(segment: string): boolean {
  const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(segment);
  return !isUuid && /^[\w~=%+-]{16,}$/.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment);
}

/** Finds tokens in the query, fragment, password and path of a link. */
function findTokens(link: string): string[] {
  const [, user = "", path = "", query = "", fragment = ""] =
    /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/(?:([^/?#@]*)@)?[^/?#]*)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(link) ?? [];
  const values = [...query.split("&"), ...fragment.split("&")].map(
    (pair) => pair.split("=").slice(1).join("=") || pair,
  );
  const segments = path.split("/").filter(isMachineMade);
  return [...user.split(":").slice(1), fragment, ...values, ...segments]
    .filter((text) => text.length >= 16)
    .flatMap((text) => [text, decodeUrl(text)]);
}
