import ts from "typescript";
import { literalText } from "./type-tree.ts";

/** Calls component schemas by their names and takes unions apart that stand in unions, everywhere below a node. */
export function tidyTypes<T extends ts.Node>(root: T, names: ReadonlyMap<string, string>): T {
  const visit = (node: ts.Node): ts.Node => {
    const schema = ts.isIndexedAccessTypeNode(node) ? names.get(schemaOf(node) ?? "") : undefined;
    if (schema !== undefined) return ts.factory.createTypeReferenceNode(schema);
    const visited = ts.visitEachChild(node, visit, undefined);
    return ts.isUnionTypeNode(visited) ? ts.factory.createUnionTypeNode(visited.types.flatMap(constituents)) : visited;
  };
  return ts.visitEachChild(root, visit, undefined);
}

/** `Document` for `components["schemas"]["Document"]`. */
function schemaOf({ objectType, indexType }: ts.IndexedAccessTypeNode): string | undefined {
  if (!ts.isIndexedAccessTypeNode(objectType) || literalText(objectType.indexType) !== "schemas") return undefined;
  const root = objectType.objectType;
  const isComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === "components";
  return isComponents ? literalText(indexType) : undefined;
}

function constituents(type: ts.TypeNode): readonly ts.TypeNode[] {
  const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
  return ts.isUnionTypeNode(inner) ? inner.types.flatMap(constituents) : [type];
}
