import { COMMAND_MARK } from "@nectar-sdk/openapi/document";
import type { Report } from "./create-report.ts";
import { formatGithub } from "./format-github.ts";
import { formatJunit } from "./format-junit.ts";
import { formatText } from "./format-text.ts";

/** `text` for terminals, `json` for programs, `junit` for CI servers, `github` for annotations of a pull request. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_FORMATS: readonly ["text", "json", "junit", "github"] = ["text", "json", "junit", "github"];

/**
 * Formats a report; the text ends with a line break unless it is empty.
 *
 * @example
 * process.stdout.write(formatReport(report, "text"));
 */
export function formatReport(report: Report, format: ReportFormat): string {
  switch (format) {
    case "text":
      return formatText(report);
    case "json":
      return formatJson(report);
    case "junit":
      return formatJunit(report);
    case "github":
      return formatGithub(report);
  }
}

/** Formats JSON that cannot contain a command of a CI server. */
function formatJson(report: Report): string {
  const text = JSON.stringify(report, null, 2).replaceAll(COMMAND_MARK, "\\u0023");
  return `${text.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, toEscape)}\n`;
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
