import { Buffer } from "node:buffer";
import type { HeaderValues } from "../check/exchange.ts";
import { readSecretParts } from "../secrets/secret-parts.ts";
import type { SecretRule } from "../secrets/secret-rule.ts";
import { isAddress, STAND_IN_LINK } from "../secrets/stand-in.ts";
import { type OnSecret, redactText } from "./redact-text.ts";

/** Shortest cookie to treat as a session; shorter values, such as a language, occur anywhere. */
const SESSION = 16;

/** Replaces the secrets of headers. Replaces `Location` as a whole: the target of a Nectar redirect needs no key. */
export function redactHeaders(rule: SecretRule, headers: HeaderValues, onSecret: OnSecret): HeaderValues {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    const kind = rule.classifyName(name);
    for (const secret of kind === "credential" ? findHeaderSecrets(name, value) : []) onSecret(secret);
    if (kind === "credential") return [name, "redacted"];
    if (name === "location" || kind === "link" || kind === "address") {
      for (const secret of readSecretParts(value, "link")) onSecret(secret);
      return [name, isAddress(value) ? STAND_IN_LINK : "/redacted"];
    }
    return [name, redactText(rule, value, onSecret)];
  });
  return Object.fromEntries(entries);
}

function findHeaderSecrets(name: string, value: string): string[] {
  if (name === "cookie" || name === "set-cookie") {
    const values = value.split(/[;,]\s*/).map((pair) => pair.split("=").slice(1).join("="));
    return values.filter((text) => text.length >= SESSION);
  }
  const [, scheme = "", credentials = value] =
    /^(\w+)\s+(.+)$/s.exec(name.endsWith("authorization") ? value : "") ?? [];
  const password = /^basic$/i.test(scheme)
    ? Buffer.from(credentials, "base64").toString().split(":").slice(1).join(":")
    : "";
  return [credentials, password].filter((text) => text.length >= 6);
}
