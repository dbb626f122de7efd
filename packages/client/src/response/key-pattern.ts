/** Keys of at least this length match anywhere; shorter ones, such as `test`, only as a whole word. */
const LONG_KEY = 8;

/** The prefix of an escape with two hexadecimal digits, and those digits for ASCII letters and digits. */
const ESCAPE = "(?:%|\\\\u00)";
const ALPHANUMERIC = "(?:3\\d|[46][1-9a-fA-F]|[57][\\daA])";

/**
 * Creates the source of a regular expression that matches a key in every form.
 *
 * The forms are plain text, JSON with any characters escaped, URLs and forms with any characters percent-encoded, and base64 or base64url at
 * any offset.
 */
export function toKeyPattern(key: string): string {
  const characters = Array.from(key, toCharacterPattern).join("");
  if (key.length >= LONG_KEY) return [characters, ...[0, 1, 2].map((shift) => toBase64Pattern(key, shift))].join("|");
  const encoded = Array.from(btoa(key).replace(/=+$/, ""), toCharacterPattern).join("");
  // A word may follow an escape such as `%20`, `\u0022` or `\n`, whose last character may be a letter or a digit.
  const begin = `(?:(?<![A-Za-z\\d])|(?<=${ESCAPE}(?!${ALPHANUMERIC})[\\da-fA-F]{2}|\\\\[bfnrt]))`;
  const end = `(?![A-Za-z\\d]|${ESCAPE}${ALPHANUMERIC})`;
  return `${begin}(?:${characters}|${encoded}=*)${end}`;
}

/** Creates the pattern of a character, plain or escaped. */
function toCharacterPattern(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(2, "0");
  const hex = code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const verbatim = character.replace(/\W/, "\\$&");
  // Only these have a short escape in JSON.
  return `(?:${verbatim}|${ESCAPE}${hex}${/["\\/]/.test(character) ? `|\\\\${verbatim}` : ""})`;
}

/** Creates the pattern of a key in base64 at an offset modulo 3, without the characters that share bits with a neighbour. */
function toBase64Pattern(key: string, shift: number): string {
  const encoded = btoa("\0".repeat(shift) + key);
  const whole = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + key.length) * 8) / 6));
  return Array.from(whole, toCharacterPattern).join("").replaceAll("\\+|", "[+-]|").replaceAll("\\/|", "[/_]|");
}
