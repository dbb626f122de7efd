import type { SpecChange } from "./describe-changes.ts";

/** The text of people stands below this line, and is kept. */
const MARKER = "<!-- Written by `pnpm specs:changeset`. Words below this line are yours, and are kept. -->";

/** `.changeset/spec-v2.2.md` */
export function changesetName(packageName: string): string {
  return `spec-${packageName.replace(/^@nectar-sdk\/(api-)?/, "")}.md`;
}

/**
 * Formats the changeset of a package.
 *
 * @param words what a person wrote below the marker, if anything
 */
export function formatChangeset(packageName: string, { bump, lines }: SpecChange, words: string): string {
  const list = lines.map((line) => `- ${line}`).join("\n");
  return `---\n"${packageName}": ${bump}\n---\n\n${list}\n\n${MARKER}\n${words === "" ? "" : `\n${words}\n`}`;
}

/**
 * Reads what people wrote below the marker; empty for nothing.
 *
 * @throws {Error} when the marker is missing, since a person may have written the whole text
 */
export function readWords(text: string, file: string): string {
  const at = text.indexOf(MARKER);
  if (at === -1) {
    throw new Error(
      `${file}: the line "${MARKER}" is missing, so its text may be yours. Rename the file to keep it, or delete it`,
    );
  }
  return text.slice(at + MARKER.length).trim();
}

/** Removes the marker from a changelog, which takes over the whole text of changesets. */
export function removeMarkers(changelog: string): string {
  const lines = changelog.split("\n");
  const kept = lines.filter(
    (line, index) => line.trim() !== MARKER && !(line.trim() === "" && lines[index + 1]?.trim() === MARKER),
  );
  return kept.join("\n");
}
