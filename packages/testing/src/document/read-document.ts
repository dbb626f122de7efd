import { type ApiOperation, type JsonObject, readApi } from "@nectar-sdk/openapi/document";
import { createSchemaValidator, type SchemaValidator } from "@nectar-sdk/openapi/schema";
import { closeRequestEnums } from "./close-request-enums.ts";

/** The OpenAPI document of one API version, together with the version package's own table. */
export interface ApiDocument {
  /** `v2.2`. */
  readonly version: string;
  /** Path of the server's URL, `/v2.2`: the start of every request's path. */
  readonly basePath: string;
  /** Header of the API key, `X-API-KEY`. */
  readonly apiKeyHeader: string;
  /** The original document. */
  readonly json: JsonObject;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Validates values under the document's schemas, as JSON Schema 2020-12. */
  readonly validate: SchemaValidator;
}

/** An operation of the document, under the name that the client gives it. */
export interface Operation extends Pick<ApiOperation, "path" | "parameters" | "body" | "responses" | "isSecured"> {
  /** The `operationId`, `document_company_retrieve`: a second spelling of the name. */
  readonly id: string;
  /** How the client calls it: `documents.listByCompany`. */
  readonly name: string;
  /** In upper case. */
  readonly method: string;
  /** Where a page keeps its items and its total, for a paginated list. */
  readonly page: OperationFacts["page"];
}

/** Details that a version package adds to an operation, which it finds by method and path: its pagination. */
export interface OperationFacts {
  /** In upper case. */
  readonly method: string;
  readonly path: string;
  readonly page?: { readonly items: string; readonly total: string } | undefined;
}

/** The parts of a version package's value that are needed here. */
export interface VersionFacts {
  readonly version: string;
  readonly baseUrl: string;
  /** SHA-256 of the document that the package was generated from. */
  readonly sha256?: string;
  readonly apiKeyHeader?: string;
  /** By the name that the client gives them: `documents.listByCompany`. */
  readonly operations: Readonly<Record<string, OperationFacts>>;
}

/**
 * Reads an OpenAPI 3.1 document together with the version package's own table.
 *
 * @throws {Error} when the two describe different operations, because two releases of the package are installed
 */
export function readDocument(api: VersionFacts, published: JsonObject): ApiDocument {
  const json = closeRequestEnums(published);
  const named = new Map(
    Object.entries(api.operations).map(([name, facts]) => [
      `${facts.method} ${facts.path}`,
      { name, page: facts.page },
    ]),
  );
  const operations = new Map(
    readApi(json).operations.map((operation) => {
      const { id = operation.label, path } = operation;
      const method = operation.method.toUpperCase();
      const facts = named.get(`${method} ${path}`);
      if (facts === undefined) throw createMismatch(api.version, `${method} ${path}`);
      named.delete(`${method} ${path}`);
      return [facts.name, { ...operation, id, method, ...facts }];
    }),
  );
  for (const call of named.keys()) throw createMismatch(api.version, call);
  const basePath = new URL(api.baseUrl).pathname.replace(/\/$/, "");
  const apiKeyHeader = api.apiKeyHeader ?? "X-API-KEY";
  return { version: api.version, basePath, apiKeyHeader, json, operations, validate: createSchemaValidator(json) };
}

function createMismatch(version: string, call: string): Error {
  return new Error(
    `the OpenAPI document of ${version} and the version that was passed in disagree about ${call}: ` +
      `two releases of @nectar-sdk/api-${version} are installed; keep one`,
  );
}
