import { listDeclarations } from "../changes/find-members.ts";
import type { Traces } from "../changes/trace-changes.ts";
import { ts } from "../compiler.ts";
import type { ApiPackage } from "../project/api-package.ts";
import { visitNodes } from "../project/create-program.ts";
import { type Edit, toOffsetBefore } from "./edit.ts";

/**
 * Renames members of object literals that a generic call infers its type from, such as `GET(path, { params })`. Before the edits, the
 * literal is its own type. After them, the compiler refuses it and falls back to the declared type: if that has the new name from the new
 * package and lacks the old one, the member is renamed.
 *
 * @param edits the edits that led to the file, in order
 */
export function repairMembers(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  traces: Traces,
  to: ApiPackage,
  edits: readonly Edit[],
): Edit[] {
  const folder = `${to.folder.replaceAll("\\", "/")}/`;
  const renames = new Map([...traces.values()].map(({ name, renamed }) => [name, renamed]));
  const found: Edit[] = [];
  visitNodes(file, (node) => {
    if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return;
    if (!ts.isIdentifier(node.name) && !ts.isStringLiteral(node.name)) return;
    const { text } = node.name;
    const renamed = renames.get(text);
    const type = renamed === undefined ? undefined : checker.getContextualType(node.parent);
    if (renamed === undefined || type === undefined) return;
    const declarations = listDeclarations(type, renamed, checker);
    const isNew =
      declarations.length > 0 &&
      declarations.every((declaration) => declaration.getSourceFile().fileName.startsWith(folder)) &&
      listDeclarations(type, text, checker).length === 0;
    if (!isNew) return;
    const start = toOffsetBefore(edits, node.name.getStart(file));
    const quote = ts.isStringLiteral(node.name) ? 1 : 0;
    const replacement = ts.isShorthandPropertyAssignment(node) ? `${renamed}: ${text}` : renamed;
    found.push({ start: start + quote, end: start + quote + text.length, text: replacement });
  });
  return found;
}
