import ts from "typescript";
import { EVERY_KEY, mapTypes, replaceAt, updateMembers } from "./type-tree.ts";

/**
 * Wraps the responses of `operations` and `components.responses` in `Wire`. openapi-fetch maps over the types of responses, and its mapping
 * treats the `string & {}` of an open enum as an object; with `Wire` it sees a plain `string` there.
 */
export function wireResponses(node: ts.InterfaceDeclaration): ts.InterfaceDeclaration {
  const contents = [EVERY_KEY, "content", EVERY_KEY] as const;
  const members = mapTypes(node.members, (type, key) => {
    if (node.name.text === "operations") return replaceAt(type, ["responses", ...contents], wrap);
    return node.name.text === "components" && key === "responses" ? replaceAt(type, contents, wrap) : type;
  });
  return updateMembers(node, members);
}

function wrap(type: ts.TypeNode): ts.TypeNode {
  const isPlain = ts.isToken(type);
  return isPlain ? type : ts.factory.createTypeReferenceNode("Wire", [type]);
}
