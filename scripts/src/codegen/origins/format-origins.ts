import type { LockEntry, SpecLock } from "../../specs/lock/spec-lock.ts";
import { codeCell } from "../docs/markdown.ts";

const KINDS: Readonly<Record<LockEntry["origin"], string>> = {
  reconstructed: "reconstructed from public pages",
  upstream: "published by Nectar",
};

const RECONSTRUCTED = `What no public page shows is a guess there, and has \`x-evidence: inferred\` or \`assumed\`. The first \`pnpm specs:adopt\` on a machine with access to
Nectar's documentation replaces such a document, and its review says which guesses were right.`;

const UPSTREAM = `The documents decide. The rest of this page tells what public pages said before.`;

/** The part of `specs/PROVENANCE.md` that tells where each document comes from, by the lock. */
export function formatOrigins(lock: SpecLock, versions: readonly string[]): string {
  const entries = versions.flatMap((version) => {
    const entry = lock.get(version);
    return entry === undefined ? [] : [{ version, entry }];
  });
  const rows = entries.map(({ version, entry }) => [version, KINDS[entry.origin], codeCell(entry.source), entry.date]);
  const isReconstructed = entries.some(({ entry }) => entry.origin === "reconstructed");
  const table = formatTable([["version", "the document is", "from", "on"], ...rows]);
  return `${table}\n\n${isReconstructed ? RECONSTRUCTED : UPSTREAM}`;
}

/** A Markdown table, the first row its head, in columns of the same width as the formatter writes them. */
function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const [head = "", ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body].join("\n");
}
