import { isKeyLike } from "../check/check-query.ts";
import { decodeUrl } from "../check/decode-url.ts";
import type { SecretRule } from "../secrets/secret-rule.ts";

/** Called for each secret that is removed. */
export type OnSecret = (secret: string) => void;

/** Replaces a secret within longer text. Unlike brackets, it is valid anywhere in a URL. */
const GONE = "redacted";

/** `name=value` of a URL or form, also encoded in another URL. */
const PAIR = /(^|[?&#;\s,({"'>]|%3F|%26|%23)([\w.~-]{1,100})(=|%3D)([^\s&#;"<>\\]+)/gi;

/** `"name": "value"` of possibly invalid JSON, also escaped inside another JSON string. */
const MEMBER = /(\\*")([\w.~ -]{1,100})\1(\s*:\s*)(\\*")((?:(?!\4)(?:\\.|[^\\]))*)/g;

/**
 * Removes secrets from text without a schema: parameters of signed URLs, URL passwords, tokens, and JSON members named like a credential.
 */
export function redactText(rule: SecretRule, text: string, onSecret: OnSecret): string {
  const take = (secret: string): string => {
    for (const form of new Set([secret, decodeUrl(secret)])) onSecret(form);
    return GONE;
  };
  // `key=column` of a sentence is removed, but not masked elsewhere.
  const takeToken = (text: string): string => (isToken(text) ? take(text) : GONE);
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"'<>@\\]+)@/gi, (_, scheme: string, user: string) => {
      // The user name alone is not a secret.
      const password = user.split(":").slice(1).join(":");
      if (password !== "") take(password);
      return `${scheme}${GONE}@`;
    })
    .replaceAll(PAIR, (pair: string, before: string, name: string, equals: string, value: string) =>
      isSecretPair(rule, before, name) && value !== GONE ? `${before}${name}${equals}${takeToken(value)}` : pair,
    )
    .replaceAll(MEMBER, (member: string, quote: string, name: string, colon: string, open: string, value: string) =>
      isSecretName(rule, name) && value !== "" && value !== GONE
        ? `${quote}${name}${quote}${colon}${open}${take(value)}`
        : member,
    )
    .replaceAll(
      /\b(Bearer|Basic)(\s+)(?=\S*\d)([\w.~+/-]{16,}=*)/gi,
      (_, scheme: string, space: string, value: string) => `${scheme}${space}${take(value)}`,
    )
    .replaceAll(/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, take);
}

function isSecretPair(rule: SecretRule, before: string, name: string): boolean {
  const isInQuery = /^([?&]|%3F|%26)$/i.test(before);
  return isSecretName(rule, name) || (isInQuery && isSignedParameter(name) && !rule.isExempt(name));
}

/** Whether the name of a URL parameter suggests a secret. */
export function isSecretName(rule: SecretRule, name: string): boolean {
  return isKeyLike(name) || rule.classifyName(name) === "credential";
}

/** Whether a string looks generated and is not a date. */
export function isToken(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d(T[\d:.%A-FZ+-]*)?$/i.test(text)) return false;
  return text.length >= 16 || (text.length >= 8 && /\d/.test(text));
}

/** Parameters of logins and signed URLs (Amazon S3, CloudFront, Azure). As property names they may mean anything. */
const SIGNED = /^(auth|code|x-amz-.+|awsaccesskeyid|signature|policy|key-pair-id|expires|sig|se|sp|spr|sr|st|sv)$/i;

/** Whether a parameter belongs to the signature of a URL. */
export function isSignedParameter(name: string): boolean {
  return SIGNED.test(name);
}
