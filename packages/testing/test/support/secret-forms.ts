import { Buffer } from "node:buffer";

/** Forms of a secret by name, independent of the tested code. */
export const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  verbatim: (secret) => secret,
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  "json with \\/": (secret) => JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/"),
  "json in ASCII": (secret) =>
    [...JSON.stringify(secret).slice(1, -1)]
      .map((character) => (character <= "~" ? character : `\\u${hex(character)}`))
      .join(""),
  percent: (secret) => encodeURIComponent(secret),
  "percent in lower case": (secret) => encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  "percent twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  form: (secret) => `${new URLSearchParams({ k: secret })}`.slice(2),
  html: (secret) =>
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  base64: (secret) => base64Within("", secret, ""),
  "base64 after one byte": (secret) => base64Within(":", secret, "::"),
  "base64 after two bytes": (secret) => base64Within("::", secret, ":"),
  base64url: (secret) => base64Within("", secret, "").replaceAll("+", "-").replaceAll("/", "_"),
};

/** Finds the forms of a secret that text contains. */
export function formsIn(text: string, secret: string): string[] {
  return Object.entries(FORMS).flatMap(([name, write]) => (text.includes(write(secret)) ? [name] : []));
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}

/** The base64 characters that depend only on the secret, not on its neighbours. */
function base64Within(before: string, secret: string, after: string): string {
  const text = Buffer.from(before + secret + after).toString("base64");
  const [start, end] = [Buffer.byteLength(before), Buffer.byteLength(before + secret)];
  return text.slice(Math.ceil((start * 8) / 6), Math.floor((end * 8) / 6));
}
