export * from "./diff/change.ts";
export * from "./diff/diff-documents.ts";
export * from "./diff/format-changes.ts";
export * from "./diff/path-template.ts";
