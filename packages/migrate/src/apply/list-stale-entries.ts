import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import { BESIDE, editManifest, moveValue, parseManifest, readName, SECTIONS } from "./edit-manifest.ts";
import type { Move } from "./rename-exports.ts";

/**
 * Lists the entries of a package.json that name the old package and that no edit moves: addresses, and selectors such as `parent>name` beside the dependencies.
 *
 * @param keepsOld whether code that stays imports the old package: keys beside the dependencies are right then
 */
export function listStaleEntries(text: string, { from, to }: Move, keepsOld: boolean): string[] {
  const { file, sections } = parseManifest(text);
  const edited = new Set(editManifest(text, { from, to }, keepsOld).map(({ start }) => start));
  return sections.flatMap((section) => {
    const name = readName(section);
    const found = SECTIONS.has(name)
      ? listAddresses(section.initializer, { from, to })
      : BESIDE.has(name) && !keepsOld
        ? listNames(section.initializer, from.name).filter((node) => !edited.has(node.getStart(file)))
        : [];
    return found.map((node) => `${name}: ${node.getText(file)}`);
  });
}

function listAddresses(section: ts.Expression, move: Move): ts.Node[] {
  if (!ts.isObjectLiteralExpression(section)) return [];
  const entries = section.properties.filter(ts.isPropertyAssignment);
  if (entries.some((entry) => readName(entry) === move.to.name)) return [];
  return entries.filter(
    ({ name, initializer }) =>
      ts.isStringLiteral(name) &&
      name.text === move.from.name &&
      ts.isStringLiteral(initializer) &&
      moveValue(initializer.text, move) === undefined,
  );
}

function listNames(section: ts.Expression, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  visitNodes(section, (node) => {
    if (ts.isStringLiteral(node) && node.text.includes(name)) found.push(node);
  });
  return found;
}
