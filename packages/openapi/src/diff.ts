export { diffDocuments } from "./diff/diff-documents.ts";
export type { Area, Change, Severity, Where } from "./diff/judge/change.ts";
export type { ChangeKind, Direction, Judgement } from "./diff/judge/judgements.ts";
export { countChanges, formatChanges } from "./diff/report/format-changes.ts";
