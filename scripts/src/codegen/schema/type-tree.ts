import ts from "typescript";

/** The declarations of openapi-typescript by name: `components`, `operations`, … */
export type Roots = ReadonlyMap<string, ts.Node>;

export function rootsOf(nodes: readonly ts.Node[]): Roots {
  const named = nodes.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  return new Map(named.map((node) => [node.name.text, node]));
}

/** The members of an interface, a type literal, or an alias of one. */
export function membersOf(node: ts.Node | undefined): readonly ts.TypeElement[] {
  if (node === undefined) return [];
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) return node.members;
  return ts.isTypeAliasDeclaration(node) ? membersOf(node.type) : [];
}

export function memberAt(node: ts.Node | undefined, key: string): ts.PropertySignature | undefined {
  return membersOf(node)
    .filter(ts.isPropertySignature)
    .find((member) => keyOf(member) === key);
}

export function keyOf(member: ts.PropertySignature): string | undefined {
  const { name } = member;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

/** The type under a sequence of keys; references on the way, and at the end, are followed. */
export function typeAt(roots: Roots, node: ts.Node | undefined, keys: readonly string[]): ts.TypeNode | undefined {
  let current = node;
  for (const key of keys) current = follow(roots, memberAt(current, key)?.type);
  return current !== undefined && ts.isTypeNode(current) ? current : undefined;
}

/** What `components["responses"]["NotFound"]` stands for; any other type stands for itself. */
export function follow(roots: Roots, type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  const keys: string[] = [];
  let object = type;
  while (object !== undefined && ts.isIndexedAccessTypeNode(object)) {
    const key = literalText(object.indexType);
    if (key === undefined) return type;
    keys.unshift(key);
    object = object.objectType;
  }
  if (keys.length === 0 || object === undefined || !ts.isTypeReferenceNode(object)) return type;
  // Schemas have names of their own, by which they are better called.
  if (!ts.isIdentifier(object.typeName) || keys[0] === "schemas") return type;
  return typeAt(roots, roots.get(object.typeName.text), keys) ?? type;
}

/** A copy of a type literal with another type under a sequence of keys; the same node where there is no such place. */
export function replaceAt(node: ts.TypeNode, keys: readonly string[], type: ts.TypeNode): ts.TypeNode {
  const [key, ...rest] = keys;
  if (key === undefined) return type;
  if (!ts.isTypeLiteralNode(node)) return node;
  const members = node.members.map((member) => {
    if (!ts.isPropertySignature(member) || keyOf(member) !== key || member.type === undefined) return member;
    return withType(member, replaceAt(member.type, rest, type));
  });
  return ts.factory.updateTypeLiteralNode(node, ts.factory.createNodeArray(members));
}

/** A copy of a property with another type; its documentation stays. */
export function withType(member: ts.PropertySignature, type: ts.TypeNode): ts.PropertySignature {
  return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
}

/** The key of an indexed access, where it is a plain one. */
export function literalText(node: ts.TypeNode): string | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  return ts.isStringLiteral(node.literal) || ts.isNumericLiteral(node.literal) ? node.literal.text : undefined;
}
