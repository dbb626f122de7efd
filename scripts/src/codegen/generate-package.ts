import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@nectar-sdk/openapi/document";
import { formatJson } from "../shared/format-json.ts";
import { versionIdentifier } from "../shared/version-names.ts";
import { generatedNote } from "./emit/code.ts";
import { emitAliases } from "./emit/emit-aliases.ts";
import { emitIndex } from "./emit/emit-index.ts";
import { emitOperations } from "./emit/emit-operations.ts";
import { emitResources } from "./emit/emit-resources.ts";
import { emitTypeMaps } from "./emit/emit-type-maps.ts";
import { emitUpstream } from "./emit/emit-upstream.ts";
import { emitVersion } from "./emit/emit-version.ts";
import { guardFiles } from "./guard/guard-files.ts";
import type { Api } from "./model/api.ts";
import { readModel } from "./model/read-model.ts";
import type { CallNames } from "./names/call-name.ts";
import type { ResourceDocs } from "./names/parse-resources.ts";
import { emitManifest } from "./package/emit-manifest.ts";
import { emitReadme } from "./package/emit-readme.ts";
import { emitBuildTsconfig, emitTsconfig } from "./package/emit-tsconfig.ts";
import { emitTurbo } from "./package/emit-turbo.ts";
import { emitSchema } from "./schema/emit-schema.ts";
import type { AssignedTypes } from "./types/assign-types.ts";

/** Everything that a package is generated from. */
export interface PackageInput {
  /** `v2.1` */
  readonly version: string;
  /** The effective document; it has passed `checkDocument`. */
  readonly document: JsonObject;
  /** SHA-256 of the document's file, before overlays. */
  readonly sha256: string;
  readonly names: CallNames;
  /** Descriptions of product and resources; by default taken from the document. */
  readonly docs?: ResourceDocs | undefined;
  /** The public types; by default every component schema is one. */
  readonly types?: AssignedTypes | undefined;
  /** The existing package.json. */
  readonly manifest?: JsonObject | undefined;
}

/** The contract that every package shares with the client, which owns the file. */
const CONTRACT = join(import.meta.dirname, "../../../packages/client/src/contract.ts");

/** Files of a package by their path in its folder. */
export type PackageFiles = ReadonlyMap<string, string>;

/**
 * Writes a whole package, in memory. The same input gives the same bytes.
 *
 * @throws {CodegenError} when the output contains code other than types, the table and its constants
 */
export async function generatePackage(input: PackageInput): Promise<PackageFiles> {
  const { version, document, sha256, names, docs, types, manifest } = input;
  const aliases = types?.aliases ?? new Map();
  const chosen = types === undefined ? undefined : { schemas: types.schemas, others: [...aliases.keys()] };
  const api = readModel(document, names, docs, chosen);
  const schema = emitSchema(document, api);
  const modules = new Map([
    ["contract.ts", (await readFile(CONTRACT, "utf8")).replaceAll("\r\n", "\n")],
    ["schema.ts", schema],
    ...(aliases.size === 0 ? [] : [["aliases.ts", emitAliases(aliases, api)] as const]),
    ["resources.ts", emitResources(api)],
    ["type-maps.ts", emitTypeMaps(api)],
    ["operations.ts", emitOperations(api)],
    ["version.ts", emitVersion(api, version, sha256)],
  ]);
  const sources = [
    ...modules,
    ["upstream.ts", emitUpstream(schema, api)] as const,
    ["index.ts", emitIndex(modules, types === undefined ? undefined : listPublicTypes(api, types))] as const,
  ];
  const note = generatedNote(version);
  const files = new Map([
    ...sources.map(([file, source]): [string, string] => [`src/${file}`, `// ${note}\n\n${source}`]),
    ["openapi.json", formatJson(document)],
    ["package.json", emitManifest(version, manifest)],
    ["turbo.json", emitTurbo(version)],
    ["tsconfig.json", emitTsconfig()],
    ["tsconfig.build.json", emitBuildTsconfig()],
    ["README.md", `<!-- ${note} -->\n\n${emitReadme(api, version, sha256)}`],
  ]);
  return guardFiles(files, {
    "src/operations.ts": ["operationTable"],
    "src/version.ts": ["API_VERSION", "SPEC_SHA256", versionIdentifier(version)],
  });
}

/** The types of `schema.ts` whose names do not come from upstream. */
function listPublicTypes({ types }: Api, { schemas }: AssignedTypes): ReadonlySet<string> {
  return new Set([...schemas.values(), ...[...types.operations.values()].flatMap((own) => Object.values(own))]);
}
