import type { DiffReport } from "./diff-report.ts";
import { formatGithub } from "./format-github.ts";
import { formatJson } from "./format-json.ts";
import { formatJunit } from "./format-junit.ts";
import { formatMarkdown } from "./format-markdown.ts";
import { formatTerminal } from "./format-terminal.ts";
import { formatHtml } from "./html/format-html.ts";

/** A format of a report. */
export type ReportFormat = "terminal" | "json" | "markdown" | "html" | "github" | "junit";

const FORMATTERS: Readonly<Record<ReportFormat, (report: DiffReport) => string[]>> = {
  terminal: formatTerminal,
  json: formatJson,
  markdown: formatMarkdown,
  html: formatHtml,
  github: formatGithub,
  junit: formatJunit,
};

/** The names of the formats. */
export const REPORT_FORMATS: readonly ReportFormat[] = ["terminal", "json", "markdown", "html", "github", "junit"];

/**
 * Formats a report, line by line:
 *
 * - `terminal` and `markdown` for people, by operation, worst first; changes of text are a count
 * - `html` as one page that loads nothing, of up to 10,000,000 characters
 * - `json` in ASCII, with everything
 * - `github` as annotations of a workflow
 * - `junit` as XML with a failure for each breaking change
 *
 * Text of the documents is escaped: it is neither markup nor a command in any format.
 */
export function formatReport(report: DiffReport, format: ReportFormat): string[] {
  return FORMATTERS[format](report);
}
