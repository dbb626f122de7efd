import { findMembers } from "../changes/find-members.ts";
import { ts } from "../compiler.ts";
import { visitNodes } from "../project/create-program.ts";
import type { TracedList } from "./trace-lists.ts";

/** The methods of arrays that visit entries. */
const VISITORS: ReadonlySet<string> = new Set(
  "at entries every filter find findIndex findLast flatMap forEach map reduce reduceRight some values".split(" "),
);

/** Code that visits entries of a list, or counts them. */
export interface Loop {
  readonly kind: "loop" | "count" | "entry";
  /** The value that the loop iterates over. */
  readonly list: ts.Expression;
  readonly entry: ts.Type;
  /** The code that receives the entries. */
  readonly body: readonly ts.Node[];
  /** Where the head of the loop ends. */
  readonly end: number;
}

/**
 * Reads a node as a loop: `for … of`, `for await … of`, a loop up to the length of a list, a method such as `map`, `Array.from`, or a
 * spread; outside of one, also the length and an entry by its index.
 */
export function readLoop(node: ts.Node, checker: ts.TypeChecker): Loop | undefined {
  if (ts.isForOfStatement(node)) {
    const { initializer, expression: list, statement } = node;
    const variable = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : initializer;
    if (variable === undefined) return undefined;
    const entry = checker.getTypeAtLocation(variable);
    return { kind: "loop", list, entry, body: [initializer, statement], end: list.end + 1 };
  }
  if (ts.isForStatement(node) || ts.isWhileStatement(node)) {
    const counted = findCounted(ts.isForStatement(node) ? node.condition : node.expression);
    return counted && toLoop(counted, [node.statement], node.statement.pos, checker);
  }
  const counted = readCounted(node);
  if (counted !== undefined) return toLoop(counted, [], node.end, checker, "count");
  if (ts.isElementAccessExpression(node) && !ts.isStringLiteralLike(node.argumentExpression)) {
    return toLoop(node.expression, [node.parent], node.end, checker, "entry");
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

function toLoop(
  list: ts.Expression,
  body: readonly ts.Node[],
  end: number,
  checker: ts.TypeChecker,
  kind: Loop["kind"] = "loop",
): Loop | undefined {
  const entry = checker.getNonNullableType(checker.getTypeAtLocation(list)).getNumberIndexType();
  return entry === undefined ? undefined : { kind, list, entry, body, end };
}

/** The list of the first `list.length` in a condition. */
function findCounted(condition: ts.Expression | undefined): ts.Expression | undefined {
  if (condition === undefined) return undefined;
  const lists: ts.Expression[] = [];
  visitNodes(condition, (node) => {
    const counted = readCounted(node);
    if (counted !== undefined) lists.push(counted);
  });
  return lists[0];
}

/** The list in `list.length`. */
function readCounted(node: ts.Node): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(node) && node.name.text === "length" ? node.expression : undefined;
}

/** Lists the places in a loop that count the same list, or read an entry of it by its index: they say nothing new. */
export function listRepetitions(loop: ts.Node, { list }: Loop): ts.Node[] {
  const found: ts.Node[] = [];
  visitNodes(loop, (node) => {
    const repeated = ts.isElementAccessExpression(node) ? node.expression : readCounted(node);
    if (node !== loop && repeated?.getText() === list.getText()) found.push(node);
  });
  return found;
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
