import ts from "typescript";
import { literalText } from "./type-tree.ts";

/** Refers to component schemas by their names and flattens nested unions, everywhere below a node. */
export function tidyTypes<T extends ts.Node>(root: T, names: ReadonlyMap<string, string>): T {
  const visit = (node: ts.Node): ts.Node => {
    const schema = ts.isIndexedAccessTypeNode(node) ? names.get(readSchemaName(node) ?? "") : undefined;
    if (schema !== undefined) return ts.factory.createTypeReferenceNode(schema);
    const visited = ts.visitEachChild(node, visit, undefined);
    return ts.isUnionTypeNode(visited) ? ts.factory.createUnionTypeNode(visited.types.flatMap(flattenUnion)) : visited;
  };
  return ts.visitEachChild(root, visit, undefined);
}

/** `Document` for `components["schemas"]["Document"]`. */
function readSchemaName({ objectType, indexType }: ts.IndexedAccessTypeNode): string | undefined {
  if (!ts.isIndexedAccessTypeNode(objectType) || literalText(objectType.indexType) !== "schemas") return undefined;
  const root = objectType.objectType;
  const isComponents =
    ts.isTypeReferenceNode(root) && ts.isIdentifier(root.typeName) && root.typeName.text === "components";
  return isComponents ? literalText(indexType) : undefined;
}

function flattenUnion(type: ts.TypeNode): readonly ts.TypeNode[] {
  const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
  return ts.isUnionTypeNode(inner) ? inner.types.flatMap(flattenUnion) : [type];
}
