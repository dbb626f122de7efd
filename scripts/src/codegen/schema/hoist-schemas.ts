import ts from "typescript";
import { declareType, reference } from "./declare-type.ts";
import { keyOf, mapTypes, memberAt, membersOf, updateMembers } from "./type-tree.ts";

/** Declarations that were moved out of a type, and the rest of it. */
export interface Hoisted<T> {
  readonly declarations: readonly ts.Statement[];
  readonly rest: T;
}

/**
 * Moves every component schema into its own declaration, so that `components.schemas.Thing` is `Thing`. A type is then
 * written once, shows its name on hover, and costs nothing to refer to.
 */
export function hoistSchemas(
  components: ts.InterfaceDeclaration,
  names: ReadonlyMap<string, string>,
): Hoisted<ts.InterfaceDeclaration> {
  const declarations: ts.Statement[] = [];
  const schemas = membersOf(memberAt(components, "schemas")?.type).map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return member;
    const name = names.get(keyOf(member) ?? "");
    if (name === undefined) return member;
    const declaration = declareType(name, member.type);
    declarations.push(ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member)));
    return ts.factory.createPropertySignature(undefined, member.name, undefined, reference(name));
  });
  const members = mapTypes(components.members, (type, key) =>
    key === "schemas" && schemas.length > 0 ? ts.factory.createTypeLiteralNode(schemas) : type,
  );
  return { declarations, rest: updateMembers(components, members) };
}
