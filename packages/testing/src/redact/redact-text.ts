import { isKeyLike } from "../check/check-query.ts";
import { decodeUrl } from "../check/decode-url.ts";
import type { SecretRule } from "../secrets/secret-rule.ts";

/** Called with each secret that is taken out. */
export type OnSecret = (secret: string) => void;

/** What stands for a secret within a text. Unlike brackets, it may stand anywhere in a URL. */
const GONE = "redacted";

/** `name=value` of a URL or a form, also where it is a parameter of another URL. */
const PAIR = /(^|[?&#;\s,({"'>]|%3F|%26|%23)([\w.~-]{1,100})(=|%3D)([^\s&#;"<>\\]+)/gi;

/** `"name": "value"` of JSON that may be broken elsewhere; escaped where JSON stands in JSON. */
const MEMBER = /(\\*")([\w.~ -]{1,100})\1(\s*:\s*)(\\*")((?:(?!\4)(?:\\.|[^\\]))*)/g;

/**
 * Takes secrets out of a text that no schema describes: parameters of signed URLs, users of URLs, tokens, and members of JSON with the name
 * of a credential.
 */
export function redactText(rule: SecretRule, text: string, onSecret: OnSecret): string {
  const take = (secret: string): string => {
    for (const form of new Set([secret, decodeUrl(secret)])) onSecret(form);
    return GONE;
  };
  // `key=column` of a sentence is taken out and not looked for anywhere else.
  const takeToken = (text: string): string => (isToken(text) ? take(text) : GONE);
  return text
    .replaceAll(/([a-z][a-z0-9+.-]*:\/\/)([^\s/?#"'<>@\\]+)@/gi, (_, scheme: string, user: string) => {
      // The user's name alone is no secret and may occur anywhere.
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

/** Whether a parameter of a URL is named as if it held a secret. */
export function isSecretName(rule: SecretRule, name: string): boolean {
  return isKeyLike(name) || rule.classifyName(name) === "credential";
}

/** Whether a text looks like one that a machine has made, and is no date. */
export function isToken(text: string): boolean {
  if (/^\d{4}-\d\d-\d\d(T[\d:.%A-FZ+-]*)?$/i.test(text)) return false;
  return text.length >= 16 || (text.length >= 8 && /\d/.test(text));
}

/** Parameters of URLs that open without a key – of Amazon S3, CloudFront and Azure –, and of logins. As names of properties they may mean anything. */
const SIGNED = /^(auth|code|x-amz-.+|awsaccesskeyid|signature|policy|key-pair-id|expires|sig|se|sp|spr|sr|st|sv)$/i;

/** Whether a parameter of a URL is part of what opens it. */
export function isSignedParameter(name: string): boolean {
  return SIGNED.test(name);
}
