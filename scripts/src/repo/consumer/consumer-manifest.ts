import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";

const SECTIONS = ["dependencies", "devDependencies"];

/**
 * Replaces our packages in the manifest of a consumer by tarballs.
 *
 * @throws {Error} for a package of ours that is not among the tarballs
 * @param tarballs path of the tarball by the name of the package
 */
export function withTarballs(manifest: JsonObject, tarballs: ReadonlyMap<string, string>): JsonObject {
  const sections = SECTIONS.filter((section) => Object.hasOwn(manifest, section)).map((section) => {
    const packages = manifest[section];
    const entries = Object.entries(isObject(packages) ? packages : {});
    return [
      section,
      Object.fromEntries(entries.map(([name, version]) => [name, findTarball(name, tarballs) ?? version])),
    ];
  });
  return { ...manifest, ...Object.fromEntries(sections) };
}

function findTarball(name: string, tarballs: ReadonlyMap<string, string>): string | undefined {
  if (!name.startsWith("@nectar-sdk/")) return undefined;
  const file = tarballs.get(name);
  if (file === undefined) throw new Error(`${name} was not packed: it is not one of the published packages`);
  return `file:${file}`;
}
