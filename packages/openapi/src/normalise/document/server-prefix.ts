import { isArray, isObject, type Json, type JsonObject, mapValues, objectIn, stringIn } from "../../document/json.ts";
import { pointerKeys, pointerTo } from "../../document/pointer.ts";
import { rewriteNodes } from "../rewrite-nodes.ts";
import type { Rule } from "../rule.ts";

const VERSION_SEGMENT = /^v\d+(\.\d+)*$/i;

/**
 * A version that all paths begin with belongs to the server: `/v2.2/company` on `https://x` is `/company` on `https://x/v2.2`. Every
 * address remains the same. Versions are then compared by the same paths.
 */
export const serverPrefix: Rule = (document, { note }) => {
  const paths = objectIn(document, "paths");
  const prefix = findPrefix(Object.keys(paths));
  if (prefix === undefined) return document;
  const moved = new Map(Object.keys(paths).map((path) => [path, path.slice(prefix.length) || "/"]));
  if (new Set(moved.values()).size < moved.size) {
    note("#/paths", `${prefix} stays in the paths: without it, two of them are the same`);
    return document;
  }
  if (serverAddresses(document).some((address) => endsWith(address, prefix))) {
    note("#/servers", `the server and all paths say ${prefix}; one of the two is meant, so both stay`);
    return document;
  }
  const servers = isArray(document["servers"]) && document["servers"].length > 0 ? document["servers"] : [{ url: "/" }];
  const renamed = mapKeys(paths, (path) => moved.get(path) ?? path);
  return withMovedReferences(
    withPrefixedServers({ ...document, servers, paths: renamed }, prefix),
    (path) => moved.get(path) ?? path,
  );
};

/** Finds the common beginning of all paths, up to the last version in it. */
function findPrefix(paths: readonly string[]): string | undefined {
  const [first, ...others] = paths.map((path) => path.split("/"));
  // A single path tells nothing about the others.
  if (first === undefined || others.length === 0) return undefined;
  const different = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  const common = first.slice(0, different === -1 ? first.length : different);
  const last = common.findLastIndex((segment) => VERSION_SEGMENT.test(segment));
  const isStatic = common.slice(0, last + 1).every((segment) => !segment.includes("{"));
  return last < 1 || common[0] !== "" || !isStatic ? undefined : common.slice(0, last + 1).join("/");
}

function serverAddresses(document: JsonObject): string[] {
  const servers = isArray(document["servers"]) ? document["servers"] : [];
  return servers.flatMap((server) => stringIn(server, "url") ?? []);
}

function endsWith(address: string, prefix: string): boolean {
  const version = prefix.slice(prefix.lastIndexOf("/"));
  return address.replace(/\/+$/, "").endsWith(version);
}

/** Every server of the document that paths are relative to; those of webhooks and links serve other paths. */
function withPrefixedServers(document: JsonObject, prefix: string): JsonObject {
  return rewriteNodes(document, {
    server: (server, pointer) => {
      const url = stringIn(server, "url");
      const isOfPaths = /^#\/servers\/\d+$|^#\/paths\/[^/]+\/([a-z]+\/)?servers\/\d+$/.test(pointer);
      return url === undefined || !isOfPaths ? server : { ...server, url: url.replace(/\/+$/, "") + prefix };
    },
  });
}

/** References to what stands below a path follow it. */
function withMovedReferences(document: JsonObject, rename: (path: string) => string): JsonObject {
  const below = (node: Json): Json => {
    if (isArray(node)) return node.map(below);
    if (!isObject(node)) return node;
    return mapValues(node, (value, key) =>
      (key === "$ref" || key === "operationRef") && typeof value === "string"
        ? moveReference(value, rename)
        : below(value),
    );
  };
  const moved = below(document);
  return isObject(moved) ? moved : document;
}

function moveReference(reference: string, rename: (path: string) => string): string {
  const [root, path, ...rest] = pointerKeys(reference) ?? [];
  if (root !== "paths" || path === undefined || rename(path) === path) return reference;
  return [root, rename(path), ...rest].reduce(pointerTo, "#");
}

function mapKeys(object: JsonObject, rename: (key: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));
}
