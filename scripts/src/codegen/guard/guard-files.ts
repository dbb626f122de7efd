import ts from "typescript";
import { CodegenError, type Problem } from "../problem.ts";

const FIX = "do not use the document; report it: one of its strings became code";

/** A module that generated code may import. */
const MODULE = /^\.\/[a-z-]+\.(js|ts)$/;

/** Constants by the name of the module that exports them; all other modules contain types only. */
export type ModuleValues = Readonly<Record<string, readonly string[]>>;

/** The text of each file by its path in the package. */
type Files = ReadonlyMap<string, string>;

/**
 * Returns the files of a package if every module in `src` contains types and the given constants only. Other files, such as tests, are the
 * same for every document.
 *
 * @throws {CodegenError} naming file and line of each unexpected statement
 */
export function guardFiles(files: Files, values: ModuleValues): Files {
  const problems = [...files].flatMap(([file, source]) =>
    file.startsWith("src/") && file.endsWith(".ts") ? checkSource(file, source, values[file] ?? []) : [],
  );
  if (problems.length > 0) throw new CodegenError(problems);
  return files;
}

/**
 * Lists the statements of a generated module other than types and the given constants. The emitters write only those;  this check verifies it for
 * the code that they wrote for any document.
 *
 * @param values names of the constants that the module may export
 */
export function checkSource(file: string, source: string, values: readonly string[]): Problem[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);
  const problemAt = (position: number, message: string): Problem => {
    const { line } = parsed.getLineAndCharacterOfPosition(position);
    return { at: `${file}:${line + 1}`, message, fix: FIX };
  };
  const syntax = findSyntaxErrors(file, source).map(({ start, messageText }) =>
    problemAt(start ?? 0, `is not TypeScript: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
  const directives = [...parsed.referencedFiles, ...parsed.typeReferenceDirectives, ...parsed.libReferenceDirectives];
  return [
    ...syntax,
    ...directives.map(({ pos }) => problemAt(pos, "refers to another file")),
    ...parsed.statements
      .filter((statement) => !isAllowed(statement, values))
      .map((statement) =>
        problemAt(statement.getStart(), `contains more than types and constants: ${shorten(statement)}`),
      ),
    ...findForeignTypes(parsed).map((node) => problemAt(node.getStart(), "takes a type from another module")),
  ];
}

function shorten(statement: ts.Statement): string {
  const text = statement.getText();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function findSyntaxErrors(fileName: string, source: string): readonly ts.Diagnostic[] {
  return ts.transpileModule(source, { fileName, reportDiagnostics: true, compilerOptions: OPTIONS }).diagnostics ?? [];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  isolatedModules: true,
};

function isAllowed(statement: ts.Statement, values: readonly string[]): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) return isOwnModule(statement.moduleSpecifier) && importsBindings(statement);
  if (ts.isExportDeclaration(statement)) return isOwnModule(statement.moduleSpecifier);
  if (!ts.isVariableStatement(statement)) return false;
  const { declarations, flags } = statement.declarationList;
  return (flags & ts.NodeFlags.Const) !== 0 && declarations.every((declaration) => isConstant(declaration, values));
}

function isOwnModule(specifier: ts.Expression | undefined): boolean {
  return specifier !== undefined && ts.isStringLiteral(specifier) && MODULE.test(specifier.text);
}

/** The emitters never import a module for its side effects. */
function importsBindings({ importClause }: ts.ImportDeclaration): boolean {
  return importClause !== undefined && importClause.name === undefined;
}

function isConstant({ name, initializer }: ts.VariableDeclaration, values: readonly string[]): boolean {
  return ts.isIdentifier(name) && values.includes(name.text) && initializer !== undefined && isData(initializer);
}

/** Checks for literals, lists and objects of them, and names: reading them calls nothing. */
function isData(node: ts.Expression): boolean {
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return isData(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isData);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) => ts.isPropertyAssignment(property) && isKey(property.name) && isData(property.initializer),
    );
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  }
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    ts.isIdentifier(node) ||
    [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind)
  );
}

function isKey(name: ts.PropertyName): boolean {
  return ts.isComputedPropertyName(name) ? ts.isStringLiteral(name.expression) : !ts.isPrivateIdentifier(name);
}

/** Finds each `import("…").T`, where the compiler would read the named file. */
function findForeignTypes(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = ts.isImportTypeNode(node) ? [node] : [];
  ts.forEachChild(node, (child) => void found.push(...findForeignTypes(child)));
  return found;
}
