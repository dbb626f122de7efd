import { ts } from "../compiler.ts";

/**
 * Finds the declarations that a name in code refers to: in an access, a pattern, an object literal, a type or a path. Empty if the node
 * is not the name of a member.
 */
export function findMembers(node: ts.Node, checker: ts.TypeChecker): readonly ts.Node[] {
  if (ts.isIdentifier(node)) return findNamed(node, node.text, checker);
  return ts.isStringLiteralLike(node) ? findNamed(node, node.text, checker) : [];
}

function findNamed(
  node: ts.Identifier | ts.StringLiteralLike,
  name: string,
  checker: ts.TypeChecker,
): readonly ts.Node[] {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return listDeclarations(checker.getTypeAtLocation(parent.expression), name, checker);
  }
  if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) {
    return listDeclarations(checker.getTypeAtLocation(parent.expression), name, checker);
  }
  if (
    ts.isBindingElement(parent) &&
    (parent.propertyName ?? parent.name) === node &&
    ts.isObjectBindingPattern(parent.parent)
  ) {
    return listDeclarations(checker.getTypeAtLocation(parent.parent), name, checker);
  }
  if (ts.isLiteralTypeNode(parent) && ts.isIndexedAccessTypeNode(parent.parent) && parent.parent.indexType === parent) {
    return listDeclarations(checker.getTypeFromTypeNode(parent.parent.objectType), name, checker);
  }
  if (isMemberName(parent, node)) return findInLiteral(parent, name, checker);
  return [];
}

function isMemberName(
  parent: ts.Node,
  node: ts.Node,
): parent is ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration {
  const isMember =
    ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isMethodDeclaration(parent);
  return isMember && parent.name === node && ts.isObjectLiteralExpression(parent.parent);
}

function findInLiteral(
  member: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration,
  name: string,
  checker: ts.TypeChecker,
): readonly ts.Node[] {
  const literal = member.parent;
  if (!ts.isObjectLiteralExpression(literal)) return [];
  const pattern = findPatternSource(literal);
  const type = pattern === undefined ? checker.getContextualType(literal) : checker.getTypeAtLocation(pattern);
  return type === undefined ? [] : listDeclarations(type, name, checker);
}

/** The right side of `({ a } = value)`, whose left side looks like an object. */
function findPatternSource(literal: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const { parent } = literal;
  const isAssigned = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isAssigned && parent.left === literal ? parent.right : undefined;
}

/** Lists the declarations of a property, those of every member of a union included. */
export function listDeclarations(type: ts.Type, name: string, checker: ts.TypeChecker): readonly ts.Node[] {
  const found = new Set<ts.Node>();
  const add = (one: ts.Type): void => {
    const constraint = checker.getBaseConstraintOfType(one) ?? one;
    if (constraint.isUnion()) {
      for (const member of constraint.types) add(member);
      return;
    }
    const symbol = checker.getPropertyOfType(constraint, name);
    for (const declaration of symbol?.declarations ?? []) found.add(declaration);
  };
  add(checker.getNonNullableType(type));
  return [...found];
}
