import ts from "typescript";
import { updateMembers } from "./hoist-schemas.ts";
import { membersOf, withType } from "./type-tree.ts";

/**
 * Takes out of `paths` what a path does not have: openapi-typescript writes `put?: never` for every method that is not there, and
 * the same for shared parameters. Who asks for it gets an error either way; what is not written need not be shipped and read.
 */
export function dropAbsent(node: ts.Node): ts.Node {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "paths") return node;
  const members = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined || !ts.isTypeLiteralNode(member.type))
      return member;
    return withType(member, ts.factory.createTypeLiteralNode(member.type.members.filter(isThere)));
  });
  return updateMembers(node, members);
}

function isThere(member: ts.TypeElement): boolean {
  if (!ts.isPropertySignature(member) || member.type === undefined) return true;
  if (ts.isTypeLiteralNode(member.type)) return membersOf(member.type).some(isThere);
  return member.questionToken === undefined || member.type.kind !== ts.SyntaxKind.NeverKeyword;
}
