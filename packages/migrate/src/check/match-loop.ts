import { findMembers } from "../changes/find-members.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { TracedList } from "./trace-lists.ts";

/** The methods of arrays that visit each entry. */
const VISITORS: ReadonlySet<string> = new Set(
  "every filter find findIndex findLast flatMap forEach map reduce reduceRight some".split(" "),
);

/** Code that visits each entry of a list. */
export interface Loop {
  /** The value that the loop iterates over. */
  readonly list: ts.Expression;
  readonly entry: ts.Type;
  /** The code that receives the entries. */
  readonly body: readonly ts.Node[];
  /** Where the head of the loop ends. */
  readonly end: number;
}

/** Reads a node as a loop: `for … of`, `for await … of`, a method such as `map`, `Array.from`, or a spread. */
export function readLoop(node: ts.Node, checker: ts.TypeChecker): Loop | undefined {
  if (ts.isForOfStatement(node)) {
    const { initializer, expression: list, statement } = node;
    const variable = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : initializer;
    if (variable === undefined) return undefined;
    return { list, entry: checker.getTypeAtLocation(variable), body: [initializer, statement], end: list.end + 1 };
  }
  if (ts.isSpreadElement(node)) return toLoop(node.expression, [node.parent], node.end, checker);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  const [first] = node.arguments;
  if (name.text === "from" && expression.getText() === "Array" && first !== undefined) {
    return toLoop(first, node.arguments.slice(1), first.end + 1, checker);
  }
  return VISITORS.has(name.text) ? toLoop(expression, node.arguments, name.end, checker) : undefined;
}

function toLoop(list: ts.Expression, body: readonly ts.Node[], end: number, checker: ts.TypeChecker): Loop | undefined {
  const entry = checker.getNonNullableType(checker.getTypeAtLocation(list)).getNumberIndexType();
  return entry === undefined ? undefined : { list, entry, body, end };
}

/** Whether a loop visits the entries of a list, or objects that contain the list. */
export function visitsList({ entry }: Loop, { fields, containers }: TracedList, checker: ts.TypeChecker): boolean {
  const members = checker.getNonNullableType(entry).getProperties();
  return members.some(({ declarations = [] }) => declarations.some((node) => fields.has(node) || containers.has(node)));
}

/** Lists the names of the fields that the loop reads, those of a chain such as `rows.filter(…).map(…)` included. */
export function listReadFields({ list, body }: Loop, { fields }: TracedList, checker: ts.TypeChecker): string[] {
  const names = new Set<string>();
  for (const part of [list, ...body]) {
    visitNodes(part, (node) => {
      if (findMembers(node, checker).some((declaration) => fields.has(declaration))) names.add(node.getText());
    });
  }
  return [...names];
}
