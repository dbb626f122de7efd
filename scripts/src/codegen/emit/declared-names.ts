import ts from "typescript";

/** The names that a module exports by declaring them. */
export interface DeclaredNames {
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** Reads the exported names from the source, so that the index cannot miss one. */
export function declaredNames(source: string): DeclaredNames {
  const types: string[] = [];
  const values: string[] = [];
  for (const statement of ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext).statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      if (isExported(statement.modifiers)) types.push(statement.name.text);
    } else if (ts.isVariableStatement(statement) && isExported(statement.modifiers)) {
      const names = statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ""));
      values.push(...names.filter((name) => name !== ""));
    }
  }
  return { types, values };
}

function isExported(modifiers: readonly ts.ModifierLike[] | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
