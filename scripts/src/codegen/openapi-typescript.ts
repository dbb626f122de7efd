import { isArray, isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { type GlobalContext, type OpenAPI3, resolveRef, scanDiscriminators, transformSchema } from "openapi-typescript";
import ts from "typescript";
import { messageOf } from "../shared/command-line.ts";
import { CodegenError } from "./problem.ts";
import { BINARY, OPEN_ENUM } from "./schema/fold-docs.ts";

/** Options of the library. */
const OPTIONS = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // The server fills in a default, so a request may omit the property.
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: (schema: object): ts.TypeNode | undefined => customType({ ...schema }),
} as const;

/**
 * The only module that uses openapi-typescript, which is no longer maintained: document in, TypeScript declarations out
 * (`paths`, `webhooks`, `components`, `$defs`, `operations`). Its bundler, which would fetch the references of a document, is left out.
 *
 * @throws {CodegenError} when the library cannot read the document
 */
export function declareTypes(document: JsonObject): ts.Node[] {
  // The library mutates its argument.
  const own: unknown = structuredClone(document);
  try {
    return isDocument(own) ? transformSchema(own, createContext(own)) : [];
  } catch (error) {
    const message = `openapi-typescript cannot read the document (${messageOf(error)})`;
    throw new CodegenError([{ at: "#", message, fix: "run `pnpm specs:check` and fix the reported problems" }]);
  }
}

function createContext(document: OpenAPI3): GlobalContext {
  const context: Omit<GlobalContext, "redoc"> = {
    ...OPTIONS,
    discriminators: scanDiscriminators(document, OPTIONS),
    injectFooter: [],
    postTransform: undefined,
    transformProperty: undefined,
    resolve: (reference) => resolveRef(document, reference, { silent: true }),
  };
  // `redoc` configures the bundler only.
  return context as GlobalContext;
}

/** The checks have validated the document; this only narrows its type for the library. */
function isDocument(value: unknown): value is OpenAPI3 {
  return isObject(value) && typeof value["openapi"] === "string";
}

/** Types that the library does not know: files, and enums that may grow. */
function customType(schema: Readonly<Record<string, unknown>>): ts.TypeNode | undefined {
  // For `type: [string, "null"]` the library calls this once for each of the two.
  if (schema["type"] !== "string") return undefined;
  const known = schema[OPEN_ENUM];
  if (schema[BINARY] === true) return orNull([ts.factory.createTypeReferenceNode("Blob")], schema);
  return isArray(known) && known.length > 0 ? orNull(openEnum(known.map(String)), schema) : undefined;
}

/** Makes a union of the types, with null for `nullable` of OpenAPI 3.0, which the library leaves to this callback. */
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
