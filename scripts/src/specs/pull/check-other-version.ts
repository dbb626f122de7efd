import {
  arrayIn,
  isObject,
  type JsonObject,
  objectIn,
  replacePathParameters,
  stringIn,
} from "@nectar-sdk/openapi/document";
import type { VersionEntry } from "../../shared/parse-versions.ts";

/**
 * Refuses a document whose server or paths belong to another version. A document that names no known version passes.
 *
 * @throws {Error} naming the other version, where the document names it, and what to do
 */
export function checkOtherVersion(document: JsonObject, version: string, known: readonly VersionEntry[]): void {
  const servers = arrayIn(document, "servers").filter(isObject).map(readUrl);
  const paths = Object.keys(objectIn(document, "paths"));
  // The first server is the base URL of the package; paths of several versions may stand side by side.
  const [server] = servers.flatMap((text) => findVersion(text, splitUrl(text), version, known));
  const prefixes = paths.flatMap((text) => findVersion(text, readPrefix(text), version, known));
  const prefix = prefixes.find((named) => named.version === version) ?? prefixes[0];
  for (const [named, place] of [
    [server, "server"],
    [prefix, "path"],
  ] as const) {
    if (named === undefined || named.version === version) continue;
    throw new Error(
      `is a document of ${named.version} by its ${place} ${named.text}; give that of ${version}, or correct baseUrl in specs/versions.yaml`,
    );
  }
}

interface NamedVersion {
  readonly version: string;
  /** The URL or path that names it: `https://api.example/v2.2`. */
  readonly text: string;
}

/** Finds the version that a URL or path names, the expected one first. */
function findVersion(
  text: string,
  segments: readonly string[],
  expected: string,
  known: readonly VersionEntry[],
): NamedVersion[] {
  const found = [...known]
    .sort((a, b) => Number(b.version === expected) - Number(a.version === expected))
    .find(({ version, baseUrl }) => {
      const own = splitUrl(baseUrl);
      const isSameUrl = own.length === segments.length && own.every((segment, index) => segment === segments[index]);
      const [, ...path] = segments;
      // The last segment of a base URL without a path is its host.
      const tokens = own.length > 1 ? [version, own.at(-1)] : [version];
      return isSameUrl || path.some((segment) => tokens.includes(segment));
    });
  return found === undefined ? [] : [{ version: found.version, text }];
}

/** The host, empty for a relative URL, and the segments of the path. */
function splitUrl(text: string): string[] {
  const url = URL.parse(text, "relative://");
  const segments = (url?.pathname ?? "").split("/").filter((segment) => segment !== "");
  return [url?.host ?? "", ...segments];
}

/** Matches a version in a path: `/v2.1/company`, `/api/v2.1/company`. */
function readPrefix(path: string): string[] {
  const [, first = "", second = ""] = path.split("/");
  return first.toLowerCase() === "api" ? ["", first, second] : ["", first];
}

/** The URL of a server, its variables at their defaults. */
function readUrl(server: JsonObject): string {
  const variables = objectIn(server, "variables");
  return replacePathParameters(
    stringIn(server, "url") ?? "",
    (name) => stringIn(objectIn(variables, name), "default") ?? "",
  );
}
