import type { Json, JsonObject } from "./json.ts";
import type { SchemaValidator } from "./schema-validator.ts";

/** The OpenAPI document of one API version, read for what a mock and a recorder ask of it. */
export interface ApiDocument {
  /** `v2.2`. */
  readonly version: string;
  /** Path of the server's URL, `/v2.2`: what the path of every request begins with. */
  readonly basePath: string;
  /** Header of the API key, `X-API-KEY`. */
  readonly apiKeyHeader: string;
  /** The document as it was read, for `$ref`s and for whoever serves it. */
  readonly json: JsonObject;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Validates values under the document's schemas, as JSON Schema 2020-12. */
  readonly validate: SchemaValidator;
}

export interface Operation {
  /** `document_company_retrieve`. */
  readonly id: string;
  /** How the client calls it: `documents.listByCompany`. */
  readonly name: string;
  /** In capitals. */
  readonly method: string;
  /** Template without the base path: `/document/company/{company_id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** Declared answers by status, `200` or `default`. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Whether the API key is asked for. */
  readonly secured: boolean;
  /** Where a page keeps its items and its total, for a paginated list. */
  readonly page: { readonly items: string; readonly total: string } | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly schema: Json;
  /** Whether an array is sent as repeated keys (`form` with `explode`, the default of a query). */
  readonly repeated: boolean;
  readonly example: Json | undefined;
}

export interface Body {
  readonly required: boolean;
  /** By media type, as the document orders them. */
  readonly content: ReadonlyMap<string, Content>;
}

export interface Answer {
  readonly description: string;
  /** By media type; empty where the answer has no body. */
  readonly content: ReadonlyMap<string, Content>;
  /** Declared headers with their example, where there is one. */
  readonly headers: ReadonlyMap<string, Json | undefined>;
}

export interface Content {
  readonly schema: Json;
  /** By name. */
  readonly examples: ReadonlyMap<string, Json>;
}
