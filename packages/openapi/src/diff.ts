export type { Area, Change, PathStep, Severity, Sides, View, Where } from "./diff/change/change.ts";
export type { Evidence } from "./diff/change/document-index.ts";
export { type DiffOptions, diffDocuments } from "./diff/diff-documents.ts";
export { type Candidate, findCandidates } from "./diff/find-candidates.ts";
export type { ChangeKind, Direction, Judgement } from "./diff/judge/judgements.ts";
export type { RuleExample } from "./diff/judge/rules/rule-text.ts";
export { type Effect, RULES, type Rule } from "./diff/judge/rules.ts";
export { countChanges, describeChange, describePart, formatChanges } from "./diff/report/format-changes.ts";
