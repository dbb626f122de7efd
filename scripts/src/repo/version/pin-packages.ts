import { isObject, type Json, type JsonObject } from "@nectar-sdk/openapi/document";

const SECTIONS = ["dependencies", "devDependencies"];

/**
 * Returns the manifest of a project outside the workspace that asks for our packages in their versions of the workspace, as `^1.2.3`.
 *
 * @param versions version by the name of the package
 * @throws {Error} for a package of ours that the workspace does not publish
 */
export function pinPackages(manifest: JsonObject, versions: ReadonlyMap<string, string>): JsonObject {
  const pinned = Object.entries(manifest).map(([key, section]): [string, Json] => [
    key,
    SECTIONS.includes(key) && isObject(section) ? pinSection(section, versions) : (section ?? null),
  ]);
  return Object.fromEntries(pinned);
}

function pinSection(section: JsonObject, versions: ReadonlyMap<string, string>): JsonObject {
  const pinned = Object.entries(section).map(([name, range]): [string, Json] => {
    if (!name.startsWith("@nectar-sdk/") || isOfWorkspace(range)) return [name, range ?? null];
    const version = versions.get(name);
    if (version === undefined) throw new Error(`${name} is not a package that the workspace publishes`);
    return [name, `^${version}`];
  });
  return Object.fromEntries(pinned);
}

function isOfWorkspace(range: Json | undefined): boolean {
  return typeof range === "string" && range.startsWith("workspace:");
}
