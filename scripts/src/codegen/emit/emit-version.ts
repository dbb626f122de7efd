import { versionIdentifier } from "../../shared/version-names.ts";
import { docComment, escapeTags } from "../docs/doc-comment.ts";
import type { Api } from "../model/api.ts";
import { importTypes } from "./code.ts";

/** `version.ts`: the API version as a value, with the hash that pins it. */
export function emitVersion(api: Api, version: string, sha256: string): string {
  const identifier = versionIdentifier(version);
  const type = identifier.toUpperCase();
  const header = api.apiKeyHeader === undefined ? "" : `  apiKeyHeader: ${JSON.stringify(api.apiKeyHeader)},\n`;
  return [
    importTypes(["ApiDefinition"], "./contract.js"),
    'import { operationTable } from "./operations.js";\n',
    importTypes(["ApiTypes"], "./type-maps.js"),
    `\n${docComment("The API version that this package describes.")}`,
    `export const API_VERSION = ${JSON.stringify(version)};\n`,
    `\n${docComment("SHA-256 of the OpenAPI document that this package was generated from.")}`,
    `export const SPEC_SHA256 = ${JSON.stringify(sha256)};\n`,
    `\n${docComment(`Type of {@link ${identifier}}.`)}`,
    `export interface ${type} extends ApiDefinition<ApiTypes> {\n  readonly version: typeof API_VERSION;\n}\n`,
    `\n${docComment(escapeTags(`${api.product} ${version}, the value to create a client with.`))}`,
    `export const ${identifier}: ${type} = {\n  version: API_VERSION,\n`,
    `  baseUrl: ${JSON.stringify(api.baseUrl)},\n  sha256: SPEC_SHA256,\n${header}  operations: operationTable,\n};\n`,
  ].join("");
}
