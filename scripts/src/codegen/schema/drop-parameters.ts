import ts from "typescript";
import { updateMembers } from "./hoist-schemas.ts";
import { keyOf, literalText, withType } from "./type-tree.ts";

/**
 * Takes the shared parameters out of `components` if nothing refers to them: `hoistOperations` has written them out in the
 * declarations of the operations, which is where anybody looks for them.
 */
export function dropParameters(node: ts.Node, all: readonly ts.Node[]): ts.Node {
  const isComponents = ts.isInterfaceDeclaration(node) && node.name.text === "components";
  if (!isComponents || all.some(refersToParameters)) return node;
  const members = node.members.map((member) =>
    ts.isPropertySignature(member) && keyOf(member) === "parameters" ? withType(member, NEVER) : member,
  );
  return updateMembers(node, members);
}

/** What openapi-typescript writes for a section that is not there. */
const NEVER = ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);

function refersToParameters(node: ts.Node): boolean {
  const isReference =
    ts.isIndexedAccessTypeNode(node) &&
    literalText(node.indexType) === "parameters" &&
    ts.isTypeReferenceNode(node.objectType) &&
    ts.isIdentifier(node.objectType.typeName) &&
    node.objectType.typeName.text === "components";
  return isReference || ts.forEachChild(node, (child) => refersToParameters(child) || undefined) === true;
}
