import { isObject, type Json } from "@nectar-sdk/openapi/document";
import { formatJson } from "../../shared/format-json.ts";
import { packageName, VERSION_PACKAGE } from "../../shared/version-names.ts";

/**
 * Returns a package.json in which each section that lists more than one version package lists all of them. A section with a single one
 * refers to that version and does not change.
 */
export function listPackages(text: string, versions: readonly string[]): string {
  const manifest: Json = JSON.parse(text);
  if (!isObject(manifest)) return text;
  const listed = Object.entries(manifest).map(([key, section]) => [key, listSection(section, versions)] as const);
  const isChanged = listed.some(([key, section]) => section !== manifest[key]);
  return isChanged ? formatJson(Object.fromEntries(listed)) : text;
}

/** Returns the section itself if it is complete. */
function listSection(section: Json | undefined, versions: readonly string[]): Json | undefined {
  if (!isObject(section)) return section;
  const names = Object.keys(section).filter((name) => VERSION_PACKAGE.test(name));
  const wanted = versions.map(packageName);
  const newest = names.at(-1);
  if (names.length < 2 || newest === undefined || names.join() === wanted.join()) return section;
  // A new version copies the range of the newest listed one, and all versions replace the first of them.
  const all = wanted.map((name): [string, Json] => [name, section[name] ?? section[newest] ?? null]);
  return Object.fromEntries(
    Object.entries(section).flatMap(([name, value]): [string, Json][] => {
      if (name === names[0]) return all;
      return value === undefined || VERSION_PACKAGE.test(name) ? [] : [[name, value]];
    }),
  );
}
