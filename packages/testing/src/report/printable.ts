// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/g;

/** The text with control characters written out: those of a server must neither colour a terminal nor break XML. */
export function printable(text: string): string {
  // Pairs of surrogates are characters; what is left of them is none.
  const [pairs, parts] = [text.match(PAIRS) ?? [], text.split(PAIRS)];
  return parts.map((part, index) => part.replaceAll(CONTROLS, escaped) + (pairs[index] ?? "")).join("");
}

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text).replaceAll(/[\t\n]+/g, " ");
}
