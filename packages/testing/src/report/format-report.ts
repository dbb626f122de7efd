import { formatGithub } from "./format-github.ts";
import { formatJunit } from "./format-junit.ts";
import { formatText } from "./format-text.ts";
import type { Report } from "./report.ts";

/** `text` for terminals, `json` for programs, `junit` for CI servers, `github` for annotations of a pull request. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_FORMATS: readonly ["text", "json", "junit", "github"] = ["text", "json", "junit", "github"];

/** A report as text. Ends with a line break unless it is empty. */
export function formatReport(report: Report, format: ReportFormat): string {
  switch (format) {
    case "text":
      return formatText(report);
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "junit":
      return formatJunit(report);
    case "github":
      return formatGithub(report);
  }
}
