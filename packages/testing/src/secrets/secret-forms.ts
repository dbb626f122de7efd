import { Buffer } from "node:buffer";

/** Writes a secret in every form in which text may repeat it: plain, JSON, URL, form, HTML, and base64 at any offset. */
export function writeSecretForms(secret: string): string[] {
  const form = `${new URLSearchParams({ k: secret })}`.slice(2);
  const encoded = form.replaceAll("+", "%20");
  const component = encodeWith(encodeURIComponent, secret);
  const urls = [form, encoded, component, encodeWith(encodeURI, secret)];
  const json = JSON.stringify(secret).slice(1, -1);
  const escaped = escapeUnicode(json);
  return [
    secret,
    json,
    json.replaceAll("/", "\\/"),
    ...[escaped, escaped.replaceAll("/", "\\/")].flatMap((text) => [text, lowerCaseEscapes(text)]),
    ...urls.flatMap((text) => [text, lowerCaseEscapes(text)]),
    // A link as a parameter of another link.
    ...[encoded, component].map((text) => encodeWith(encodeURIComponent, text)),
    escapeHtml(secret),
    ...writeBase64(secret),
  ];
}

/** A lone surrogate cannot be encoded. */
function encodeWith(encode: (text: string) => string, text: string): string {
  try {
    return encode(text);
  } catch {
    return text;
  }
}

function lowerCaseEscapes(text: string): string {
  return text.replaceAll(/%[0-9A-F]{2}|\\u[0-9A-F]{4}/g, (code) => code.toLowerCase());
}

function escapeUnicode(json: string): string {
  return json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The base64 characters that do not depend on neighbours, for each of the three offsets in a byte group. */
function writeBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const from = Math.ceil((offset * 8) / 6);
    const whole = text.slice(from, Math.floor(((offset + bytes.length) * 8) / 6));
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
