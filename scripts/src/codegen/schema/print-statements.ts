import ts from "typescript";

/** The source text of statements, two spaces a level and an empty line between declarations. */
export function printStatements(statements: readonly ts.Node[], removeComments = false): string {
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed, removeComments });
  const file = ts.createSourceFile("schema.ts", "", ts.ScriptTarget.ESNext);
  const text = statements.map((node) => printer.printNode(ts.EmitHint.Unspecified, node, file)).join("\n\n");
  // The printer knows no other indentation than four spaces.
  return `${text.replaceAll(/^(?: {4})+/gm, (indentation) => " ".repeat(indentation.length / 2))}\n`;
}
