import ts from "typescript";
import { literalText, mapTypes, membersOf, updateMembers } from "./type-tree.ts";

/**
 * Drops the absent members of `paths`: openapi-typescript writes `put?: never` for every missing method, and the same for missing shared
 * parameters. Using one is a type error either way, and this way users need not download them.
 */
export function dropAbsent(node: ts.Node): ts.Node {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "paths") return node;
  const members = mapTypes(node.members, (type) =>
    ts.isTypeLiteralNode(type) ? ts.factory.createTypeLiteralNode(type.members.filter(isPresent)) : type,
  );
  return updateMembers(node, members);
}

function isPresent(member: ts.TypeElement): boolean {
  if (!ts.isPropertySignature(member) || member.type === undefined) return true;
  if (ts.isTypeLiteralNode(member.type)) return membersOf(member.type).some(isPresent);
  return member.questionToken === undefined || member.type.kind !== ts.SyntaxKind.NeverKeyword;
}

/**
 * Drops the shared parameters of `components` unless something refers to them: `hoistOperations` writes them out in the declarations of the
 * operations, where users look for them.
 */
export function dropParameters(node: ts.Node, all: readonly ts.Node[]): ts.Node {
  const isComponents = ts.isInterfaceDeclaration(node) && node.name.text === "components";
  if (!isComponents || all.some(refersToParameters)) return node;
  // openapi-typescript writes `never` for a missing section.
  const never = ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);
  const members = mapTypes(node.members, (type, key) => (key === "parameters" ? never : type));
  return updateMembers(node, members);
}

function refersToParameters(node: ts.Node): boolean {
  const isReference =
    ts.isIndexedAccessTypeNode(node) &&
    literalText(node.indexType) === "parameters" &&
    ts.isTypeReferenceNode(node.objectType) &&
    ts.isIdentifier(node.objectType.typeName) &&
    node.objectType.typeName.text === "components";
  return isReference || ts.forEachChild(node, (child) => refersToParameters(child) || undefined) === true;
}
