/** Keys from this length are found anywhere; shorter ones, such as `test`, only as a word of their own. */
const LONG_KEY = 8;

/** What escapes a character before its two hexadecimal digits, and the digits of ASCII letters and digits. */
const ESCAPE = "(?:%|\\\\u00)";
const ALPHANUMERIC = "(?:3\\d|[46][1-9a-fA-F]|[57][\\daA])";

/**
 * Source of a regular expression for all forms of a key that are taken out of texts: as it is; in JSON, each character perhaps escaped; in a
 * URL or a form, each character perhaps percent-encoded; and in base64 or base64url, wherever it stands in what was encoded.
 */
export function toKeyPattern(key: string): string {
  const characters = Array.from(key, toCharacterPattern).join("");
  if (key.length >= LONG_KEY) return [characters, ...[0, 1, 2].map((shift) => toBase64Pattern(key, shift))].join("|");
  const encoded = Array.from(btoa(key).replace(/=+$/, ""), toCharacterPattern).join("");
  // A word may begin behind an escape such as `%20`, `\u0022` or `\n`, whose last character may be a letter or a digit.
  const begin = `(?:(?<![A-Za-z\\d])|(?<=${ESCAPE}(?!${ALPHANUMERIC})[\\da-fA-F]{2}|\\\\[bfnrt]))`;
  const end = `(?![A-Za-z\\d]|${ESCAPE}${ALPHANUMERIC})`;
  return `${begin}(?:${characters}|${encoded}=*)${end}`;
}

/** Pattern of a character, as it is or escaped. */
function toCharacterPattern(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(2, "0");
  const hex = code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const verbatim = character.replace(/\W/, "\\$&");
  // Only these have an escape of their own in JSON.
  return `(?:${verbatim}|${ESCAPE}${hex}${/["\\/]/.test(character) ? `|\\\\${verbatim}` : ""})`;
}

/** Pattern of a key in base64 behind so many bytes modulo 3, without the characters that hold bits of a neighbour. */
function toBase64Pattern(key: string, shift: number): string {
  const encoded = btoa("\0".repeat(shift) + key);
  const whole = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + key.length) * 8) / 6));
  return Array.from(whole, toCharacterPattern).join("").replaceAll("\\+|", "[+-]|").replaceAll("\\/|", "[/_]|");
}
