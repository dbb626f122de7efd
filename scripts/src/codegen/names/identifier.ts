import ts from "typescript";

/** Words that TypeScript does not allow as the name of a parameter, or that have a meaning there. */
const NOT_AS_NAME = new Set(["arguments", "await", "eval", "this"]);

/** The words of a name in any spelling: `usage_data_id`, `usageDataID`, `usage-data/id`. */
export function wordsOf(text: string): string[] {
  // Uses TypeScript's tables, so that the result does not depend on the Unicode version of the running Node.
  const spaced = [...text].map((character) => (isWordCharacter(character) ? character : " ")).join("");
  return spaced
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .filter((word) => word !== "");
}

/** `UsageDataId`; always a valid identifier. */
export function pascalCase(text: string): string {
  return asIdentifier(wordsOf(text).map(capitalise).join(""));
}

/** `usageDataId`; always a valid identifier, though perhaps a reserved word. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = wordsOf(text);
  return asIdentifier(uncapitalise(first) + rest.map(capitalise).join(""));
}

/** Whether a name is not allowed for a parameter. */
export function isReservedWord(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, name);
  const kind = scanner.scan();
  const reserved = kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord;
  return reserved || NOT_AS_NAME.has(name);
}

/** The singular of a regular English word in lower case; of others, the same word. */
export function toSingular(word: string): string {
  return word.replace(/ies$/, "y").replace(/s$/, "");
}

/** Returns the name, with a number if it is taken. The caller adds the result to `taken`. */
export function unused(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

function isWordCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return character !== "_" && character !== "$" && ts.isIdentifierPart(code, ts.ScriptTarget.ESNext);
}

function asIdentifier(text: string): string {
  const first = text.codePointAt(0);
  return first !== undefined && ts.isIdentifierStart(first, ts.ScriptTarget.ESNext) ? text : `_${text}`;
}

function capitalise(word: string): string {
  const [first = "", ...rest] = [...word];
  return first.toUpperCase() + rest.join("");
}

function uncapitalise(word: string): string {
  if (word === word.toUpperCase()) return word.toLowerCase();
  const [first = "", ...rest] = [...word];
  return first.toLowerCase() + rest.join("");
}
