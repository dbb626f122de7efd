export * from "./diff/diff-documents.ts";
export * from "./diff/judge/change.ts";
export * from "./diff/report/format-changes.ts";
export * from "./document/path-template.ts";
