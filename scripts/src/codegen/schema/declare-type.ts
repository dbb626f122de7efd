import ts from "typescript";

const EXPORT = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];

/** Declares `export interface Name { … }` for an object type, and `export type Name = …` otherwise. */
export function declareType(name: string, type: ts.TypeNode): ts.Statement {
  const members = interfaceMembers(type);
  return members === undefined
    ? ts.factory.createTypeAliasDeclaration(EXPORT, name, undefined, type)
    : ts.factory.createInterfaceDeclaration(EXPORT, name, undefined, undefined, members);
}

/** Refers to a type by its name. */
export function reference(name: string): ts.TypeReferenceNode {
  return ts.factory.createTypeReferenceNode(name);
}

function interfaceMembers(type: ts.TypeNode): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  // One interface can express `{ … } & { [key: string]: unknown }`, since `unknown` fits every property.
  const parts = type.types.map((part) => (ts.isTypeLiteralNode(part) ? part.members : undefined));
  const [own, open, ...others] = parts;
  const isOpen = open?.length === 1 && open[0] !== undefined && isUnknownIndex(open[0]);
  return own !== undefined && open !== undefined && isOpen && others.length === 0 ? [...own, ...open] : undefined;
}

function isUnknownIndex(member: ts.TypeElement): boolean {
  return ts.isIndexSignatureDeclaration(member) && member.type.kind === ts.SyntaxKind.UnknownKeyword;
}
