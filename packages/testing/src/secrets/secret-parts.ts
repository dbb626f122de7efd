import { decodeUrl } from "../check/decode-url.ts";
import type { SecretKind } from "./secret-names.ts";

/**
 * What of a secret is looked for in everything that is kept. A link is one as a whole, and so are the tokens in it; the address of a provider
 * is none, unless something in it opens a door.
 */
export function readSecretParts(secret: string, kind: SecretKind): string[] {
  if (kind !== "link" && kind !== "address") return [secret];
  const tokens = findTokens(secret);
  return kind === "link" || tokens.length > 0 ? [secret, ...tokens] : [];
}

/** Whether a segment of a path looks like one that a machine has made, and is no id. */
export function isMachineMade(segment: string): boolean {
  const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(segment);
  return !isUuid && /^[\w~=%+-]{16,}$/.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment);
}

/** Values of the query and the fragment, what identifies a user, and segments that only a machine has made. */
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
