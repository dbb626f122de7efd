/** Control characters, separators of lines, lone surrogates and what is no character: neither a terminal nor XML has a place for them. */
const UNPRINTABLE = /[^\t\n\P{Cc}]|\p{Cs}|[\u2028\u2029\ufffe\uffff]/gu;

/** The text with control characters written out: those of a server must neither colour a terminal nor break XML. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text).replaceAll(/[\t\n]+/g, " ");
}
