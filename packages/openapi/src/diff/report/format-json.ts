import { type DiffReport, type ReportedDocument, takeWorst } from "./diff-report.ts";

/** Formats a report as JSON in ASCII, so that no character of a document controls a terminal. */
export function formatJson({
  before,
  after,
  view,
  behaviour,
  changes,
  candidates,
  ignored,
  most,
}: DiffReport): string[] {
  const { listed, omitted } = takeWorst(changes, most);
  const json = {
    before: toFacts(before),
    after: toFacts(after),
    view,
    ignored,
    omitted,
    behaviour,
    changes: listed,
    candidates,
  };
  return JSON.stringify(json, null, 2)
    .replaceAll(/[^\x20-\x7e\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .split("\n");
}

function toFacts({ name, title, sha256 }: ReportedDocument): ReportedDocument {
  return { name, title, sha256 };
}
