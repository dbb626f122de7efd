import { findMembers } from "../changes/find-members.ts";
import type { Traces } from "../changes/trace-changes.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { Edit } from "./edit.ts";

/**
 * Renames properties and paths whose declarations the changes rename, all of them to the same name. A name of a union with a foreign type
 * stays, and so does every other name that looks the same.
 *
 * @param isRefused whether the compiler refuses the code at an offset with the new types: a path there is no ordinary string
 */
export function renameMembers(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  traces: Traces,
  isRefused: (offset: number) => boolean,
): Edit[] {
  const paths = new Map([...traces.values()].map(({ name, renamed }) => [name, renamed]));
  const findRenamedPath = (node: ts.Identifier | ts.StringLiteralLike): string | undefined => {
    const renamed = ts.isStringLiteralLike(node) && node.text.startsWith("/") ? paths.get(node.text) : undefined;
    return renamed !== undefined && isRefused(node.getStart(file)) ? renamed : undefined;
  };
  const names = new Set([...traces.values()].flatMap(({ name, renamed }) => (renamed === undefined ? [] : [name])));
  const edits: Edit[] = [];
  visitNodes(file, (node) => {
    // Types are computed only where the name fits, since that takes the most time.
    if ((!ts.isIdentifier(node) && !ts.isStringLiteralLike(node)) || !names.has(node.text)) return;
    const renamed = findRename(findMembers(node, checker), traces) ?? findRenamedPath(node);
    if (renamed === undefined) return;
    const start = node.getStart(file);
    if (ts.isStringLiteralLike(node)) edits.push({ start: start + 1, end: node.end - 1, text: renamed });
    else edits.push({ start, end: node.end, text: isShorthand(node) ? `${renamed}: ${node.text}` : renamed });
  });
  return edits;
}

function findRename(declarations: readonly ts.Node[], traces: Traces): string | undefined {
  const names = new Set(declarations.map((declaration) => traces.get(declaration)?.renamed));
  const [first] = names;
  return names.size === 1 ? first : undefined;
}

/** `{ a }` as a literal or a pattern: the variable keeps its name. */
function isShorthand({ parent }: ts.Node): boolean {
  return ts.isShorthandPropertyAssignment(parent) || (ts.isBindingElement(parent) && parent.propertyName === undefined);
}
