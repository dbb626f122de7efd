import ts from "typescript";
import { wrapUnion } from "../emit/code.ts";

/** The source text of statements: two spaces per level, an empty line between declarations, long unions wrapped. */
export function printStatements(statements: readonly ts.Node[], removeComments = false): string {
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed, removeComments });
  const file = ts.createSourceFile("schema.ts", "", ts.ScriptTarget.ESNext);
  const text = statements.map((node) => printer.printNode(ts.EmitHint.Unspecified, node, file)).join("\n\n");
  // The printer always indents by four spaces.
  const indented = text.replaceAll(/^(?: {4})+/gm, (indentation) => " ".repeat(indentation.length / 2));
  return `${indented.replaceAll(/^ *(?:export )?type .+$/gm, wrapUnion)}\n`;
}
