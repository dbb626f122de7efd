import ts from "typescript";
import type { Table } from "./tables.ts";

/** A row of a table: its text, and where it is in the file. */
export interface Row {
  readonly text: string;
  readonly start: number;
  /** After the comma, if there is one. */
  readonly end: number;
}

/**
 * Lists the rows of a table.
 *
 * @throws {Error} when the file has no such table
 */
export function listRows(source: string, { file, name }: Table): Row[] {
  // A list in JSON is an expression.
  const text = name === undefined ? `(${source})` : source;
  const root = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const shift = name === undefined ? 1 : 0;
  const rows = findRows(root, name);
  if (rows === undefined || rows.length === 0) throw new Error(`${file} has no table ${name ?? ""}`);
  return rows.map((row) => ({
    text: row.getText(root),
    start: row.getStart(root) - shift,
    end: endAfterComma(text, row.end) - shift,
  }));
}

function findRows(root: ts.SourceFile, name: string | undefined): readonly ts.Node[] | undefined {
  if (name === undefined) {
    const [statement] = root.statements;
    return statement !== undefined && ts.isExpressionStatement(statement) ? readRows(statement.expression) : undefined;
  }
  const declaration = root.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => statement.declarationList.declarations)
    .find((one) => one.name.getText(root) === name);
  return declaration?.initializer === undefined ? undefined : readRows(declaration.initializer);
}

function readRows(expression: ts.Expression): readonly ts.Node[] | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression.properties;
  if (ts.isArrayLiteralExpression(expression)) return expression.elements;
  if (ts.isNewExpression(expression)) {
    const [list] = expression.arguments ?? [];
    return list === undefined ? undefined : readRows(list);
  }
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression) || ts.isParenthesizedExpression(expression))
    return readRows(expression.expression);
  return undefined;
}

function endAfterComma(text: string, end: number): number {
  const after = /^\s*,/.exec(text.slice(end));
  return end + (after?.[0].length ?? 0);
}

/** Returns the source without a row. The last row of a list in JSON also takes the comma before it. */
export function withoutRow(source: string, { start, end }: Row, table: Table): string {
  const before = source.slice(0, start);
  const isLast = /^\s*\]/.test(source.slice(end));
  return `${table.name === undefined && isLast ? before.replace(/,\s*$/, "") : before}${source.slice(end)}`;
}
