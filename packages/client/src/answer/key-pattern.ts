/** Keys from this length are found anywhere; shorter ones, such as `test`, only as a word of their own. */
const LONG_KEY = 8;

/** Hexadecimal codes of ASCII letters and digits. */
const ALPHANUMERIC = "(?:3\\d|[46][1-9a-fA-F]|[57][\\daA])";
const HEX = "[\\da-fA-F]";

/** Where a word begins, also after an escape such as `%20`, `\u0022` or `\n`, whose last character may be a letter or a digit. */
const BEGIN = `(?:(?<![A-Za-z0-9])|(?<=%(?!${ALPHANUMERIC})${HEX}{2}|\\\\u(?!00${ALPHANUMERIC})${HEX}{4}|\\\\[bfnrt]))`;
const END = `(?![A-Za-z0-9]|(?:%|\\\\u00)${ALPHANUMERIC})`;

const PADDING = "(?:=|%3[dD]){0,2}";

/**
 * Source of a regular expression for all forms of a key that are taken out of texts: as it is; in JSON, each character perhaps escaped; in a
 * URL or a form, each character perhaps percent-encoded; and in base64 or base64url, wherever it stands in what was encoded.
 */
export function toKeyPattern(key: string): string {
  const characters = Array.from(key, toCharacterPattern).join("");
  if (key.length < LONG_KEY) {
    return `${BEGIN}(?:${characters}|${toBase64Pattern(btoa(key).replace(/=+$/, ""))}${PADDING})${END}`;
  }
  return [characters, ...[0, 1, 2].map((shift) => toShiftedPattern(key, shift))].join("|");
}

function toCharacterPattern(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(2, "0");
  const hex = code.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const verbatim = character.replace(/\W/, "\\$&");
  const escaped = /["\\/]/.test(character) ? `|\\\\${verbatim}` : "";
  return `(?:${verbatim}|%${hex}|\\\\u00${hex}${escaped})`;
}

/** Pattern of a key in base64, with so many bytes modulo 3 before it; characters that hold bits of a neighbour, too, may be any. */
function toShiftedPattern(key: string, shift: number): string {
  const bits = (shift + key.length) * 8;
  const encoded = btoa("\0".repeat(shift) + key).slice(Math.ceil((shift * 8) / 6), Math.floor(bits / 6));
  const before = shift === 0 ? "" : "[\\w+/-]?";
  const after = bits % 6 === 0 ? "" : `[\\w+/-]?${PADDING}`;
  return `${before}${toBase64Pattern(encoded)}${after}`;
}

function toBase64Pattern(text: string): string {
  return text
    .replaceAll("+", () => `(?:${toCharacterPattern("+")}|-)`)
    .replaceAll(/(?<!\\)\//g, () => `(?:${toCharacterPattern("/")}|_)`);
}
