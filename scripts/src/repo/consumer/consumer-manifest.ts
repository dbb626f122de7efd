import { isObject, type JsonObject } from "@nectar-sdk/openapi/document";

const SECTIONS = ["dependencies", "devDependencies"];

/**
 * The manifest of a consumer with our packages taken from tarballs. Throws for one of ours that was not packed.
 *
 * @param tarballs path of the tarball by the name of the package
 */
export function withTarballs(manifest: JsonObject, tarballs: ReadonlyMap<string, string>): JsonObject {
  const sections = SECTIONS.filter((section) => Object.hasOwn(manifest, section)).map((section) => {
    const packages = manifest[section];
    const entries = Object.entries(isObject(packages) ? packages : {});
    return [
      section,
      Object.fromEntries(entries.map(([name, version]) => [name, tarballOf(name, tarballs) ?? version])),
    ];
  });
  return { ...manifest, ...Object.fromEntries(sections) };
}

function tarballOf(name: string, tarballs: ReadonlyMap<string, string>): string | undefined {
  if (!name.startsWith("@nectar-sdk/")) return undefined;
  const file = tarballs.get(name);
  if (file === undefined) throw new Error(`${name} was not packed: it is none of the published packages`);
  return `file:${file}`;
}
