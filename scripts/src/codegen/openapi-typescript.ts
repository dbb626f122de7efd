import openapiTS from "openapi-typescript";
import ts from "typescript";
import { isArray, type JsonObject } from "../shared/json.ts";
import { BINARY, OPEN_ENUM } from "./schema/fold-docs.ts";

/**
 * The one place that touches openapi-typescript, which is no longer maintained: document in, TypeScript declarations out
 * (`paths`, `webhooks`, `components`, `$defs`, `operations`).
 */
export async function declareTypes(document: JsonObject): Promise<ts.Node[]> {
  // As text, since the library changes the object that it is given.
  return openapiTS(JSON.stringify(document), {
    silent: true,
    // A default says what the server assumes, not that a request has to carry the property.
    defaultNonNullable: false,
    // Nothing is resolved against the folder that the program happens to run in.
    cwd: new URL("file:///"),
    transform: (schema) => customType({ ...schema }),
  });
}

/** Types that OpenAPI can say and the library does not: files, and enums that may grow. */
function customType(schema: Readonly<Record<string, unknown>>): ts.TypeNode | undefined {
  // For `type: [string, "null"]` the library asks once for each of the two.
  if (schema["type"] !== "string") return undefined;
  const known = schema[OPEN_ENUM];
  if (schema[BINARY] === true) return orNull([ts.factory.createTypeReferenceNode("Blob")], schema);
  return isArray(known) && known.length > 0 ? orNull(openEnum(known.map(String)), schema) : undefined;
}

/** A union of the types; with null where OpenAPI 3.0 says so, which the library leaves to whoever transforms a schema. */
function orNull(types: readonly ts.TypeNode[], schema: Readonly<Record<string, unknown>>): ts.TypeNode {
  const all =
    schema["nullable"] === true ? [...types, ts.factory.createLiteralTypeNode(ts.factory.createNull())] : types;
  const [single, ...others] = all;
  return single !== undefined && others.length === 0 ? single : ts.factory.createUnionTypeNode(all);
}

/** `"A" | "B" | (string & {})`: any string is allowed, and editors still propose the known ones. */
function openEnum(known: readonly string[]): ts.TypeNode[] {
  const { factory } = ts;
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  return [...literals, factory.createParenthesizedType(anyString)];
}
