import ts from "typescript";

/** Declarations of openapi-typescript by name: `components`, `operations`, … */
export type Roots = ReadonlyMap<string, ts.Node>;

export function rootsOf(nodes: readonly ts.Node[]): Roots {
  const named = nodes.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  return new Map(named.map((node) => [node.name.text, node]));
}

/** Lists the members of an interface, a type literal, or an alias of one. */
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

/** Finds the type under a sequence of keys and follows references. */
export function typeAt(roots: Roots, node: ts.Node | undefined, keys: readonly string[]): ts.TypeNode | undefined {
  let current = node;
  for (const key of keys) current = follow(roots, memberAt(current, key)?.type);
  return current !== undefined && ts.isTypeNode(current) ? current : undefined;
}

/** Resolves a type such as `components["responses"]["NotFound"]`; returns any other type unchanged. */
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
  // Schemas keep their reference, since they have names.
  if (!ts.isIdentifier(object.typeName) || keys[0] === "schemas") return type;
  return typeAt(roots, roots.get(object.typeName.text), keys) ?? type;
}

/** Stands for every key in a sequence of keys. */
export const EVERY_KEY: unique symbol = Symbol("every key");

/** Copies a type with other types under a sequence of keys; returns the same node if there is no such place. */
export function replaceAt(
  node: ts.TypeNode,
  keys: readonly (string | typeof EVERY_KEY)[],
  replace: (type: ts.TypeNode) => ts.TypeNode,
): ts.TypeNode {
  const [key, ...rest] = keys;
  if (key === undefined) return replace(node);
  if (!ts.isTypeLiteralNode(node)) return node;
  const members = mapTypes(node.members, (type, name) =>
    key === EVERY_KEY || key === name ? replaceAt(type, rest, replace) : type,
  );
  return ts.factory.updateTypeLiteralNode(node, ts.factory.createNodeArray(members));
}

/** Copies members with other types of the properties; everything else stays. */
export function mapTypes(
  members: readonly ts.TypeElement[],
  replace: (type: ts.TypeNode, key: string | undefined) => ts.TypeNode,
): ts.TypeElement[] {
  return members.map((member) =>
    ts.isPropertySignature(member) && member.type !== undefined
      ? withType(member, replace(member.type, keyOf(member)))
      : member,
  );
}

/** Copies a property with another type and the same documentation. */
export function withType(member: ts.PropertySignature, type: ts.TypeNode): ts.PropertySignature {
  return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
}

/** Copies an interface with other members. */
export function updateMembers(
  node: ts.InterfaceDeclaration,
  members: readonly ts.TypeElement[],
): ts.InterfaceDeclaration {
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** Returns the key of an indexed access if it is a literal. */
export function literalText(node: ts.TypeNode): string | undefined {
  if (!ts.isLiteralTypeNode(node)) return undefined;
  return ts.isStringLiteral(node.literal) || ts.isNumericLiteral(node.literal) ? node.literal.text : undefined;
}
