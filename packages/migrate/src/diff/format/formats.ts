import { formatGithub } from "./github.ts";
import { formatHtml } from "./html.ts";
import { formatJson } from "./json.ts";
import { formatJunit } from "./junit.ts";
import { formatMarkdown } from "./markdown.ts";
import type { DiffReport } from "./report.ts";
import { formatTerminal } from "./terminal.ts";

/** Formats a report, line by line. */
export type DiffFormatter = (report: DiffReport) => string[];

/** The formats by name. */
export const FORMATS: Readonly<Record<string, DiffFormatter>> = {
  terminal: formatTerminal,
  json: formatJson,
  markdown: formatMarkdown,
  html: formatHtml,
  github: formatGithub,
  junit: formatJunit,
};
