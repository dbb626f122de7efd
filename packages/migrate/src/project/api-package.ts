import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { UsageError } from "../shared/usage-error.ts";

const SCOPE = "@nectar-sdk/api-";

/** A package of one API version, in the user's project or beside this command. */
export interface ApiPackage {
  /** `v2.0`. */
  readonly version: string;
  /** `@nectar-sdk/api-v2.0`. */
  readonly name: string;
  /** Version of the npm package. */
  readonly packageVersion: string;
  readonly folder: string;
  /** Where it comes from: the project, or the dependencies of this command. */
  readonly origin: "installed" | "bundled";
  /** Declaration files by the specifier that imports them; of a package in two formats, those of CommonJS. */
  readonly entries: ReadonlyMap<string, string>;
  readonly document: JsonObject;
  /** SHA-256 of the OpenAPI document in the package. */
  readonly sha256: string;
}

/** Returns the name of the package of a version. */
export function toPackageName(version: string): string {
  return `${SCOPE}${version}`;
}

/** Returns the name of the value that a version package exports: `v2_0`. */
export function toValueName(version: string): string {
  return version.replaceAll(".", "_");
}

/** Returns the name of the type of that value: `V2_0`. */
export function toTypeName(version: string): string {
  return toValueName(version).toUpperCase();
}

/** Returns the package of a version that code imports by a specifier; undefined for other modules. */
export function readImportedVersion(specifier: string): string | undefined {
  return /^@nectar-sdk\/api-(v\d+\.\d+)(?:\/|$)/.exec(specifier)?.[1];
}

/** Lists the versions whose packages this command depends on, oldest first. */
export function listVersions(): string[] {
  const manifest = readJson(new URL("../../package.json", import.meta.url));
  return Object.keys(Object(manifest["dependencies"])).flatMap((name) =>
    name.startsWith(SCOPE) ? [name.slice(SCOPE.length)] : [],
  );
}

/**
 * Loads the package of a version: the one that a folder sees, else the one that this command depends on.
 *
 * @throws {UsageError} when neither exists
 */
export function loadApiPackage(version: string, from: string): ApiPackage {
  const installed = findInstalled(version, from);
  const manifest = installed ?? findOwn(version);
  if (manifest === undefined) {
    throw new UsageError(`${toPackageName(version)} is not installed: npm install ${toPackageName(version)}`);
  }
  const folder = dirname(manifest);
  const text = readFileSync(join(folder, "openapi.json"), "utf8");
  const document: unknown = JSON.parse(text);
  if (!isObject(document)) throw new UsageError(`${join(folder, "openapi.json")}: expected a JSON object`);
  const name = toPackageName(version);
  const content = readJson(manifest);
  return {
    version,
    name,
    packageVersion: String(content["version"]),
    folder,
    origin: installed === undefined ? "bundled" : "installed",
    entries: readEntries(name, folder, content),
    document,
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

/** Looks in the `node_modules` of a folder and those above it, as the compiler does. */
function findInstalled(version: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, "node_modules", toPackageName(version), "package.json");
    if (existsSync(manifest)) return realpathSync(manifest);
    if (dirname(folder) === folder) return undefined;
  }
}

function findOwn(version: string): string | undefined {
  try {
    return realpathSync(createRequire(import.meta.url).resolve(`${toPackageName(version)}/package.json`));
  } catch {
    return undefined;
  }
}

function readEntries(name: string, folder: string, manifest: JsonObject): Map<string, string> {
  const exports = Object.entries(Object(manifest["exports"]));
  return new Map(
    exports.flatMap(([path, target]): [string, string][] => {
      const types = readTypes(target);
      return typeof types === "string" ? [[join(name, path).replaceAll("\\", "/"), join(folder, types)]] : [];
    }),
  );
}

/**
 * Returns the declarations of an entry. Of a package in two formats, those of CommonJS: files of either format can import them.
 */
function readTypes(target: unknown): unknown {
  const { types, require }: { readonly types?: unknown; readonly require?: unknown } = Object(target);
  return require === undefined ? types : readTypes(require);
}

function readJson(file: string | URL): JsonObject {
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  return isObject(json) ? json : {};
}
