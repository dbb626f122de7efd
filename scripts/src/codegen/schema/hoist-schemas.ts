import ts from "typescript";
import { declareType, reference } from "./declare-type.ts";
import { keyOf, memberAt, membersOf, withType } from "./type-tree.ts";

/** Declarations that were moved out of a type, and the rest of it. */
export interface Hoisted<T> {
  readonly declarations: readonly ts.Statement[];
  readonly rest: T;
}

/**
 * Moves every component schema into its own declaration, so that `components.schemas.Document` is `Document`. A type is then
 * written once, shows its name on hover, and costs nothing to refer to.
 */
export function hoistSchemas(
  components: ts.InterfaceDeclaration,
  names: ReadonlyMap<string, string>,
): Hoisted<ts.InterfaceDeclaration> {
  const schemas = membersOf(memberAt(components, "schemas")?.type);
  const declarations: ts.Statement[] = [];
  const members = schemas.map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return member;
    const name = names.get(keyOf(member) ?? "");
    if (name === undefined) return member;
    declarations.push(moveDocs(member, declareType(name, member.type)));
    return ts.factory.createPropertySignature(undefined, member.name, undefined, reference(name));
  });
  return { declarations, rest: replaceSchemas(components, members) };
}

function replaceSchemas(
  components: ts.InterfaceDeclaration,
  schemas: readonly ts.TypeElement[],
): ts.InterfaceDeclaration {
  const members = components.members.map((member) => {
    if (!ts.isPropertySignature(member) || keyOf(member) !== "schemas" || schemas.length === 0) return member;
    return withType(member, ts.factory.createTypeLiteralNode(schemas));
  });
  return updateMembers(components, members);
}

/** Copies an interface with other members. */
export function updateMembers(
  node: ts.InterfaceDeclaration,
  members: readonly ts.TypeElement[],
): ts.InterfaceDeclaration {
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

function moveDocs<T extends ts.Node>(from: ts.Node, to: T): T {
  return ts.setSyntheticLeadingComments(to, ts.getSyntheticLeadingComments(from));
}
