import type { Api } from "../model/api.ts";
import { docComment, importTypes } from "./code.ts";

/** What a package says about its origin. */
export interface Origin {
  /** `v2.2` */
  readonly version: string;
  /** SHA-256 of the document, in hexadecimal. */
  readonly sha256: string;
}

/** `v2.2` → `v2_2`, the name of the version's value. */
export function valueName(version: string): string {
  return version.replaceAll(/\W/g, "_");
}

/** `api.ts`: the version as a value. */
export function emitApi(api: Api, { version, sha256 }: Origin): string {
  const value = valueName(version);
  return [
    importTypes(["ApiDefinition"], "./contract.js"),
    `import { operationTable } from "./operations.js";\n`,
    importTypes(["Resources"], "./resources.js"),
    importTypes(["components", "operations", "paths"], "./schema.js"),
    importTypes(["OperationErrors", "PaginatedPaths", "WebhookEvents"], "./type-maps.js"),
    "\n",
    docComment("API version of this package."),
    `export const API_VERSION = ${JSON.stringify(version)};\n\n`,
    docComment(`SHA-256 of \`specs/${version}/openapi.json\`, the document that this package was generated from.`),
    `export const SPEC_SHA256 = ${JSON.stringify(sha256)};\n\n`,
    docComment("Everything that the version's value carries as types."),
    TYPES,
    "\n",
    docComment(`API ${version} for a client: \`createNectarClient(${value}, …)\`.`),
    `export const ${value}: ApiDefinition<typeof API_VERSION, ApiTypes> = {\n`,
    "  version: API_VERSION,\n",
    `  baseUrl: ${JSON.stringify(api.baseUrl)},\n`,
    `  apiKeyHeader: ${JSON.stringify(api.apiKeyHeader ?? "X-API-KEY")},\n`,
    "  specSha256: SPEC_SHA256,\n",
    "  operations: operationTable,\n};\n",
  ].join("");
}

const TYPES = `export interface ApiTypes {
  readonly resources: Resources;
  readonly paths: paths;
  readonly operations: operations;
  readonly components: components;
  readonly paginated: PaginatedPaths;
  readonly errors: OperationErrors;
  readonly webhooks: WebhookEvents;
}
`;

/** `index.ts`: what the package exports. */
export function emitIndex({ version }: Origin): string {
  return [
    `export { API_VERSION, type ApiTypes, SPEC_SHA256, ${valueName(version)} } from "./api.js";\n`,
    `export type * from "./contract.js";\n`,
    `export { operationTable } from "./operations.js";\n`,
    `export type * from "./resources.js";\n`,
    `export type * from "./schema.js";\n`,
    `export type * from "./type-maps.js";\n`,
  ].join("");
}
