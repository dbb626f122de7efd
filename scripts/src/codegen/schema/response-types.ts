import { toResponseKind } from "@nectar-sdk/openapi/document";
import ts from "typescript";
import type { DocumentedResponse, Success } from "../model/api.ts";
import { type Roots, typeAt } from "./type-tree.ts";

export const UNDEFINED: ts.TypeNode = keyword(ts.SyntaxKind.UndefinedKeyword);

/** Returns the type of a successful call: the union over its documented responses. */
export function responseType(roots: Roots, operation: ts.TypeNode, { responses, kind }: Success): ts.TypeNode {
  if (kind === "none") return keyword(ts.SyntaxKind.VoidKeyword);
  return unionOf(responses.map((response) => documentedType(roots, operation, response)));
}

/** `{ 400: ErrorResponse; 404: … }`; `undefined` if no failure is documented. */
export function errorsType(
  roots: Roots,
  operation: ts.TypeNode,
  failures: readonly DocumentedResponse[],
): ts.TypeNode | undefined {
  if (failures.length === 0) return undefined;
  const members = failures.map((failure) => {
    const key = /^\d+$/.test(failure.status)
      ? ts.factory.createNumericLiteral(failure.status)
      : ts.factory.createStringLiteral(failure.status);
    // A failure documented without a body may still have one.
    const type =
      failure.mediaType === undefined
        ? keyword(ts.SyntaxKind.UnknownKeyword)
        : documentedType(roots, operation, failure);
    return ts.factory.createPropertySignature(undefined, key, undefined, type);
  });
  return ts.factory.createTypeLiteralNode(members);
}

/** Makes a union without repetitions and nested unions. */
export function unionOf(types: readonly ts.TypeNode[]): ts.TypeNode {
  const flat = types.flatMap((type) => (ts.isUnionTypeNode(type) ? [...type.types] : [type]));
  const distinct = flat.filter((type, index) => flat.findIndex((other) => textOf(other) === textOf(type)) === index);
  const [single, ...others] = distinct;
  return single !== undefined && others.length === 0 ? single : ts.factory.createUnionTypeNode(distinct);
}

function documentedType(roots: Roots, operation: ts.TypeNode, { status, mediaType }: DocumentedResponse): ts.TypeNode {
  if (mediaType === undefined) return UNDEFINED;
  const kind = toResponseKind(mediaType);
  if (kind === "text") return keyword(ts.SyntaxKind.StringKeyword);
  if (kind === "blob") return ts.factory.createTypeReferenceNode("Blob");
  return typeAt(roots, operation, ["responses", status, "content", mediaType]) ?? keyword(ts.SyntaxKind.UnknownKeyword);
}

function textOf(type: ts.TypeNode): string {
  return printer.printNode(ts.EmitHint.Unspecified, type, NOWHERE);
}

const printer = ts.createPrinter({ removeComments: true });
const NOWHERE = ts.createSourceFile("type.ts", "", ts.ScriptTarget.ESNext);

function keyword(kind: ts.KeywordTypeSyntaxKind): ts.TypeNode {
  return ts.factory.createKeywordTypeNode(kind);
}
