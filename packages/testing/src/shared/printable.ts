/** Control characters, line separators, lone surrogates and noncharacters: unsafe in a terminal and invalid in XML. */
const UNPRINTABLE = /[^\t\n\P{Cc}]|\p{Cs}|[\u2028\u2029\ufffe\uffff]/gu;

/** Escapes control characters, so that server text can neither colour a terminal nor break XML. */
export function toPrintable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Turns a text into one printable line that no CI server reads as a command. */
export function toOneLine(text: string): string {
  return defuseCommands(toPrintable(text).replaceAll(/[\t\n]+/g, " "));
}

/** Start of `##[error]`, `##vso[…]` and `##teamcity[…]`, which CI servers read anywhere in a line. */
export const COMMAND_MARK: RegExp = /#(?=#\w*\[)/g;

/** GitHub reads a line as a command when it starts with `::`, after optional white space. */
function defuseCommands(line: string): string {
  return line.replaceAll(COMMAND_MARK, "# ").replace(/^(\s*):(?=:)/, "$1: ");
}

/** Hides user names and passwords of URLs in a text. */
export function hideLogins(text: string): string {
  return text.replaceAll(/(:\/\/)[^\s/?#]*@/g, "$1[hidden]@");
}
