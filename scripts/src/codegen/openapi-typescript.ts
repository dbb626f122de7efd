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
  if (schema[BINARY] === true) return ts.factory.createTypeReferenceNode("Blob");
  const known = schema[OPEN_ENUM];
  return isArray(known) && known.length > 0 ? openEnum(known.map(String)) : undefined;
}

/** `"A" | "B" | (string & {})`: any string is allowed, and editors still propose the known ones. */
function openEnum(known: readonly string[]): ts.TypeNode {
  const { factory } = ts;
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyString)]);
}
