/**
 * Kind of a secret. A `link` works for anyone who has it; an `address` may be such a link, or the site of a provider; `personal`
 * values are redacted only on request.
 */
export type SecretKind = "credential" | "link" | "address" | "personal";

/** Words that mark the name of a credential, joined or separate, anywhere in the name. */
const CREDENTIAL =
  /\b(\w*passwords?|\w*secrets?|\w*tokens?|pass ?(words?|wd|codes?|phrases?)|pwd|pin|credentials?|authorization|cookies?|session|signatures?|sig|jwt|bearer|t?otp|awsaccesskeyid|(api|access|private|secret|signing|encryption) ?keys?|security ?(questions?|answers?)|(auth|access|mfa|sms|verification) ?codes?|mfa ?answers?)\b/;

const ADDRESS = /^(ur[li]|link|href)$/;
const LINK = /\b(ur[li]s?|links?|href)$/;

const PERSONAL =
  /\b(e ?mails?|e ?mail address(es)?|users?|user ?names?|phones?( numbers?)?|mobile|fax|address(es)?|account numbers?|(first|last|full|family|given) names?)$/;

/**
 * Reads the kind of secret from the name of a property, parameter or header.
 *
 * `connectionMagicLinkSecret`, `X-Amz-Signature` and `security_questions` name credentials. `undefined` for an ordinary name.
 */
export function readSecretKind(name: string): SecretKind | undefined {
  const words = toWords(name);
  if (CREDENTIAL.test(words)) return "credential";
  if (ADDRESS.test(words)) return "address";
  if (LINK.test(words)) return "link";
  return PERSONAL.test(words) ? "personal" : undefined;
}

/** Splits `connectionOwnerEmail` into `connection owner email`. */
function toWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
