import { isSeq, parseDocument } from "yaml";
import { compareVersions, parseVersions, VERSIONS_FILE, type VersionEntry } from "../../shared/parse-versions.ts";

/** Adds an entry to the text of `versions.yaml`, in order. */
export function addEntry(text: string, entry: VersionEntry): string {
  const document = parseDocument(text);
  const list = document.get("versions");
  if (!isSeq(list)) throw new Error(`${VERSIONS_FILE}: versions must be a list`);
  const newer = parseVersions(text).versions.findIndex(({ version }) => compareVersions(version, entry.version) > 0);
  list.items.splice(newer === -1 ? list.items.length : newer, 0, document.createNode(entry));
  const result = document.toString({ lineWidth: 0 });
  parseVersions(result);
  return result;
}
