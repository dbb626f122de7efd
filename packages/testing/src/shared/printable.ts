/** Control characters, separators of lines, lone surrogates and what is no character: neither a terminal nor XML has a place for them. */
const UNPRINTABLE = /[^\t\n\P{Cc}]|\p{Cs}|[\u2028\u2029\ufffe\uffff]/gu;

/** The text with control characters written out: those of a server must neither colour a terminal nor break XML. */
export function toPrintable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same as one line that no CI server takes for a command, wherever it is printed. */
export function toOneLine(text: string): string {
  return defuseCommands(toPrintable(text).replaceAll(/[\t\n]+/g, " "));
}

/** What makes a command of `##[error]`, `##vso[…]` and `##teamcity[…]`, which may stand anywhere in a line. */
export const COMMAND_MARK: RegExp = /#(?=#\w*\[)/g;

/** GitHub takes a line for a command that begins with `::`, whatever white space is before it. */
function defuseCommands(line: string): string {
  return line.replaceAll(COMMAND_MARK, "# ").replace(/^(\s*):(?=:)/, "$1: ");
}

/** The text without user names and passwords of addresses in it. */
export function hideLogins(text: string): string {
  return text.replaceAll(/(:\/\/)[^\s/?#]*@/g, "$1[hidden]@");
}
