import { findMembers } from "../changes/find-members.ts";
import type { Traces } from "../changes/trace-changes.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { Edit } from "./edit.ts";

/**
 * Removes members of object literals whose property is gone, by the meaning of the change, and whose value is written out: leaving it out
 * has no other effect. A member beside a comment stays, since the comment may be about it.
 */
export function removeMembers(file: ts.SourceFile, checker: ts.TypeChecker, traces: Traces): Edit[] {
  const names = new Set([...traces.values()].flatMap(({ name, isRemovable }) => (isRemovable ? [name] : [])));
  const edits: Edit[] = [];
  visitNodes(file, (node) => {
    if (!ts.isObjectLiteralExpression(node) || !node.properties.some(({ name }) => isNamed(name, names))) return;
    const isRemoved = node.properties.map((member) => isRemovable(member, checker, traces));
    if (isRemoved.includes(true)) edits.push(...removeRuns(file, node, isRemoved));
  });
  return edits;
}

function isNamed(name: ts.PropertyName | undefined, names: ReadonlySet<string>): boolean {
  return name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) && names.has(name.text);
}

function isRemovable(member: ts.ObjectLiteralElementLike, checker: ts.TypeChecker, traces: Traces): boolean {
  if (!ts.isPropertyAssignment(member) || !isWrittenOut(member.initializer)) return false;
  const declarations = findMembers(member.name, checker);
  return declarations.length > 0 && declarations.every((declaration) => traces.get(declaration)?.isRemovable === true);
}

function isWrittenOut(value: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(value)) return value.elements.every(isWrittenOut);
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.every(
      (member) =>
        ts.isPropertyAssignment(member) && !ts.isComputedPropertyName(member.name) && isWrittenOut(member.initializer),
    );
  }
  if (ts.isPrefixUnaryExpression(value)) return ts.isNumericLiteral(value.operand);
  return ts.isLiteralExpression(value) || /^(?:true|false|null|undefined)$/.test(value.getText());
}

/** Each run of neighbours goes with the comma that separates it from the next member, else from the one before. */
function removeRuns(
  file: ts.SourceFile,
  { properties, end }: ts.ObjectLiteralExpression,
  isRemoved: readonly boolean[],
): Edit[] {
  const edits: Edit[] = [];
  for (let first = isRemoved.indexOf(true); first !== -1; first = isRemoved.indexOf(true, first)) {
    const next = isRemoved.indexOf(false, first);
    const [before, after] = [properties[first - 1], next === -1 ? undefined : properties[next]];
    const last = properties[next === -1 ? properties.length - 1 : next - 1];
    const edit = {
      start: after === undefined && before !== undefined ? before.end : (properties[first]?.getStart(file) ?? 0),
      end: after?.getStart(file) ?? (before === undefined ? properties.end : (last?.end ?? 0)),
      text: "",
    };
    const around = file.text.slice(properties[first]?.getFullStart(), after?.getStart(file) ?? end);
    if (!/\/[/*]/.test(around)) edits.push(edit);
    if (next === -1) break;
    first = next;
  }
  return edits;
}
