import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { asObject, type JsonObject } from "@nectar-sdk/openapi/document";
import { OverlayError, parseAppliesTo } from "@nectar-sdk/openapi/overlay";
import { parseDocument } from "yaml";

/** A file of `specs/overlays`; its actions may have short forms. */
export interface OverlayFile {
  /** Path below `specs/overlays`. */
  readonly name: string;
  readonly value: JsonObject;
}

/**
 * The overlays of `specs/overlays` and its subfolders that are for a version, in the order of their paths.
 *
 * @throws {OverlayError} naming the file that is not valid
 */
export async function loadOverlays(specsDirectory: string, version: string): Promise<OverlayFile[]> {
  const folder = join(specsDirectory, "overlays");
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml"))
    // By code point, since the order of a locale differs between machines.
    .sort((a, b) => (a < b ? -1 : 1));
  const overlays = await Promise.all(
    names.map(async (name) => ({ name, value: parseYaml(await readFile(join(folder, name), "utf8"), name) })),
  );
  return overlays.filter(({ name, value }) => parseAppliesTo(value["x-applies-to"], name)?.includes(version) ?? true);
}

/** YAML 1.2 with merge keys (`<<`), so that an overlay states once what its examples share. */
function parseYaml(text: string, name: string): JsonObject {
  const document = parseDocument(text, { merge: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new OverlayError(`${name}: ${problem.message}`, { cause: problem });
  // The limit of aliases guards against foreign files; these are ours. The round trip through JSON gives each alias a separate value.
  return asObject(JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 }))), name);
}
