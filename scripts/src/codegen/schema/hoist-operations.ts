import ts from "typescript";
import type { Operation } from "../model/api.ts";
import { declareType, reference } from "./declare-type.ts";
import type { Hoisted } from "./hoist-schemas.ts";
import { errorsType, responseType, UNDEFINED, unionOf } from "./response-types.ts";
import { follow, mapTypes, membersOf, type Roots, replaceAt, typeAt, updateMembers, withType } from "./type-tree.ts";

/**
 * Moves the parameters, body, response and errors of every operation into separate declarations, to which `operations` then refers. The
 * declarations have no comments: their names suffice, and comments would be hundreds of lines to download. A part that operations share (a
 * component response, say) gets an alias and keeps its place.
 */
export function hoistOperations(
  roots: Roots,
  node: ts.InterfaceDeclaration,
  operations: readonly Operation[],
): Hoisted<ts.InterfaceDeclaration> {
  const declarations: ts.Statement[] = [];
  const members = mapTypes(node.members, (type, key) => {
    // openapi-typescript writes "/" for "#" in an operation id.
    const operation = operations.find(({ id }) => id.replaceAll("#", "/") === key);
    if (operation === undefined) return type;
    const hoisted = hoistOperation(roots, operation, type);
    declarations.push(...hoisted.declarations);
    return hoisted.rest;
  });
  return { declarations, rest: updateMembers(node, members) };
}

function hoistOperation(roots: Roots, operation: Operation, type: ts.TypeNode): Hoisted<ts.TypeNode> {
  const { types, failures, body } = operation;
  const parts: readonly Part[] = [
    { at: ["parameters", "path"], name: types.path },
    { at: ["parameters", "query"], name: types.query },
    { at: ["parameters", "header"], name: types.headers },
    ...(body === undefined ? [] : [{ at: ["requestBody", "content", body.mediaType], name: types.body }]),
  ];
  const hoisted = parts.reduce<Hoisted<ts.TypeNode>>((state, part) => hoistPart(roots, state, part), {
    declarations: [],
    rest: type,
  });
  const answer = hoistAnswer(roots, operation, hoisted.rest);
  const errors = errorsType(roots, type, failures);
  return {
    declarations: [
      ...hoisted.declarations,
      declareType(types.response, answer.type),
      ...(errors === undefined ? [] : [declareType(types.errors, errors)]),
    ],
    rest: answer.rest,
  };
}

interface Part {
  readonly at: readonly string[];
  readonly name: string;
}

function hoistPart(roots: Roots, { declarations, rest }: Hoisted<ts.TypeNode>, part: Part): Hoisted<ts.TypeNode> {
  const found = typeAt(roots, rest, part.at);
  if (found === undefined || found.kind === ts.SyntaxKind.NeverKeyword) return { declarations, rest };
  const type = part.at[0] === "parameters" ? inlineParameters(roots, found) : found;
  return {
    declarations: [...declarations, declareType(part.name, type)],
    // An alias keeps its place: `Document` says more there than `DocumentsRetrieveResponse`.
    rest: ts.isTypeLiteralNode(found) ? replaceAt(rest, part.at, () => reference(part.name)) : rest,
  };
}

/** Turns an inline response into the declaration, and a shared one into an alias. */
function hoistAnswer(
  roots: Roots,
  { types, success }: Operation,
  type: ts.TypeNode,
): { type: ts.TypeNode; rest: ts.TypeNode } {
  const response = responseType(roots, type, success);
  const [answer, ...others] = success.responses;
  if (answer?.mediaType === undefined || others.length > 0 || !ts.isTypeLiteralNode(response)) {
    return { type: response, rest: type };
  }
  const at = ["responses", answer.status, "content", answer.mediaType];
  return { type: response, rest: replaceAt(type, at, () => reference(types.response)) };
}

/** Writes shared parameters out, and allows `undefined` for optional ones, which are not sent. */
function inlineParameters(roots: Roots, group: ts.TypeNode): ts.TypeNode {
  const members = membersOf(group).map((member) => {
    if (!ts.isPropertySignature(member)) return member;
    const type = follow(roots, member.type);
    if (type === undefined) return member;
    return withType(member, member.questionToken === undefined ? type : unionOf([type, UNDEFINED]));
  });
  return ts.factory.createTypeLiteralNode(members);
}
