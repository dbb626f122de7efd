import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Overlay, OverlayError, parseOverlay } from "@nectar-sdk/openapi/overlay";
import { parseDocument } from "yaml";

/**
 * The overlays of `specs/overlays` and its subfolders that are for a version, in the order of their paths.
 *
 * @throws {OverlayError} naming the file that is not valid
 */
export async function loadOverlays(specsDirectory: string, version: string): Promise<Overlay[]> {
  const folder = join(specsDirectory, "overlays");
  const names = (await readdir(folder, { recursive: true }))
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml"))
    // By code point, since the order of a locale differs between machines.
    .sort((a, b) => (a < b ? -1 : 1));
  const overlays = await Promise.all(names.map((name) => readOverlay(folder, name)));
  return overlays.filter((overlay) => overlay.appliesTo?.includes(version) ?? true);
}

async function readOverlay(folder: string, name: string): Promise<Overlay> {
  return parseOverlay(parseYaml(await readFile(join(folder, name), "utf8"), name), name);
}

/** YAML 1.2 with merge keys (`<<`), so that an overlay states once what its examples share. */
function parseYaml(text: string, name: string): unknown {
  const document = parseDocument(text, { merge: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new OverlayError(`${name}: ${problem.message}`, { cause: problem });
  // The limit of aliases guards against foreign files; these are ours. The round trip through JSON gives each alias a separate value.
  return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 })));
}
