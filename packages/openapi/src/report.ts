export { type AnnotationLevel, type AnnotationProperties, formatAnnotation } from "./diff/report/annotation.ts";
export {
  type DiffReport,
  type HiddenChange,
  nameOperations,
  type ReportedDocument,
  rankSeverity,
  readTitle,
  sortWorstFirst,
} from "./diff/report/diff-report.ts";
export { escapeMarkdown } from "./diff/report/escape-markdown.ts";
export { formatReport, REPORT_FORMATS, type ReportFormat } from "./diff/report/format-report.ts";
