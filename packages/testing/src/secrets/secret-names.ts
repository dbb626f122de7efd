/**
 * What a place holds. A `link` opens something to anyone who has it; an `address` may do so, or be that of a provider; `personal` values are
 * redacted on request only.
 */
export type SecretKind = "credential" | "link" | "address" | "personal";

/** Words that make a name one of a credential, wherever they stand in it, written together or apart. */
const CREDENTIAL =
  /\b(\w*passwords?|\w*secrets?|\w*tokens?|pass ?(words?|wd|codes?|phrases?)|pwd|pin|credentials?|authorization|cookies?|session|signatures?|sig|jwt|bearer|t?otp|awsaccesskeyid|(api|access|private|secret|signing|encryption) ?keys?|security ?(questions?|answers?)|(auth|access|mfa|sms|verification) ?codes?|mfa ?answers?)\b/;

const ADDRESS = /^(ur[li]|link|href)$/;
const LINK = /\b(ur[li]s?|links?|href)$/;

const PERSONAL =
  /\b(e ?mails?|e ?mail address(es)?|users?|user ?names?|phones?( numbers?)?|mobile|fax|address(es)?|account numbers?|(first|last|full|family|given) names?)$/;

/**
 * Reads from the name of a property, parameter or header what it holds: `connectionMagicLinkSecret`, `X-Amz-Signature` and
 * `security_questions` hold credentials. `undefined` where the name says nothing.
 */
export function readSecretKind(name: string): SecretKind | undefined {
  const words = toWords(name);
  if (CREDENTIAL.test(words)) return "credential";
  if (ADDRESS.test(words)) return "address";
  if (LINK.test(words)) return "link";
  return PERSONAL.test(words) ? "personal" : undefined;
}

/** `connectionOwnerEmail` as `connection owner email`. */
function toWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
