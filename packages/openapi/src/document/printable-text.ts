/**
 * Characters that control output instead of showing: control characters, line and paragraph separators, marks of writing direction,
 * characters without width, halves of surrogate pairs, noncharacters. The list is fixed, so that every Node writes the same text.
 */
const UNSEEN =
  /[\p{Cc}\p{Surrogate}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  // A tab may stay.
  ["\t", "\t"],
]);

/** The `#` that makes a CI command out of `##[error]`, `##vso[…]` or `##teamcity[…]`, anywhere in a line. */
export const COMMAND_MARK: RegExp = /(?<=#)#(?=\w*\[)/g;

/** Escapes every invisible or control character, for example as `\n` or `\u202e`; the result is one line. */
export function makeVisible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => SHORT.get(character) ?? escapeCharacter(character));
}

/** Makes a string visible and defuses commands of CI runners (`::error::`, `##[group]`). */
export function toPrintableLine(line: string): string {
  // GitHub reads `::` as a command at the start of a line only.
  return makeVisible(line)
    .replaceAll(COMMAND_MARK, "\\u0023")
    .replace(/^(\s*):(?=:)/, "$1\\u003a");
}

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
