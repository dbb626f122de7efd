/**
 * What is not seen but obeyed: control characters, line and paragraph separators, marks of writing direction, characters without width,
 * halves of surrogate pairs. Those that a later Unicode may add to are listed, so that every Node writes the same text.
 */
const UNSEEN =
  /[\p{Cc}\p{Surrogate}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  // A tab may stay.
  ["\t", "\t"],
]);

/** The text with every character that is obeyed instead of seen written as an escape, such as `\n` or `\u202e`; always one line. */
export function makeVisible(text: string): string {
  return text.replaceAll(UNSEEN, (character) => SHORT.get(character) ?? escapeCharacter(character));
}

/** A line of output: {@link makeVisible}, and nothing that a CI runner takes for a command (`::error::`, `##[group]`). */
export function printableLine(line: string): string {
  return (
    makeVisible(line)
      // GitHub looks for the old form anywhere in a line, and for the new one at its beginning.
      .replaceAll(/##(?=\[|[a-z]+\[)/gi, "#\\u0023")
      .replace(/^(\s*):(?=:)/, "$1\\u003a")
  );
}

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
