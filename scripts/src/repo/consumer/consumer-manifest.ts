import { isObject, type JsonObject, objectIn } from "@nectar-sdk/openapi/document";

const SECTIONS = ["dependencies", "devDependencies"];

/**
 * Replaces our packages in the manifest of a consumer by tarballs, and overrides those that our packages depend on.
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
  const direct = new Set(SECTIONS.flatMap((section) => Object.keys(objectIn(manifest, section))));
  const overrides = [...tarballs].filter(([name]) => !direct.has(name)).map(([name, file]) => [name, `file:${file}`]);
  return { ...manifest, ...Object.fromEntries(sections), overrides: Object.fromEntries(overrides) };
}

/** Formats the overrides by tarballs for the settings of pnpm, which reads none in a manifest. */
export function formatOverrides(tarballs: ReadonlyMap<string, string>): string {
  const lines = [...tarballs].map(([name, file]) => `  ${JSON.stringify(name)}: ${JSON.stringify(`file:${file}`)}`);
  return ["overrides:", ...lines, ""].join("\n");
}

function findTarball(name: string, tarballs: ReadonlyMap<string, string>): string | undefined {
  if (!name.startsWith("@nectar-sdk/")) return undefined;
  const file = tarballs.get(name);
  if (file === undefined) throw new Error(`${name} was not packed: it is not one of the published packages`);
  return `file:${file}`;
}
