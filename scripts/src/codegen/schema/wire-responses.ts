import ts from "typescript";
import { updateMembers } from "./hoist-schemas.ts";
import { keyOf, withType } from "./type-tree.ts";

/**
 * Wraps the responses of `operations` and `components.responses` in `Wire`. openapi-fetch maps over the types of responses, and its mapping
 * treats the `string & {}` of an open enum as an object; with `Wire` it sees a plain `string` there.
 */
export function wireResponses(node: ts.InterfaceDeclaration): ts.InterfaceDeclaration {
  const members = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return member;
    if (node.name.text === "operations")
      return withType(member, within(member.type, ["responses", "*", "content", "*"]));
    return node.name.text === "components" && keyOf(member) === "responses"
      ? withType(member, within(member.type, ["*", "content", "*"]))
      : member;
  });
  return updateMembers(node, members);
}

/** A copy of a type whose parts at the given keys are wrapped; `*` stands for every key. */
function within(type: ts.TypeNode, keys: readonly string[]): ts.TypeNode {
  const [key, ...rest] = keys;
  if (key === undefined) return wrap(type);
  if (!ts.isTypeLiteralNode(type)) return type;
  const members = type.members.map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return member;
    return key === "*" || keyOf(member) === key ? withType(member, within(member.type, rest)) : member;
  });
  return ts.factory.updateTypeLiteralNode(type, ts.factory.createNodeArray(members));
}

function wrap(type: ts.TypeNode): ts.TypeNode {
  const isPlain = ts.isToken(type);
  return isPlain ? type : ts.factory.createTypeReferenceNode("Wire", [type]);
}
