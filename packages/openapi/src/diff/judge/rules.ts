import { CHANGE_KINDS, type ChangeKind, type Judgement, judge } from "./judgements.ts";
import { DOCUMENT_RULES } from "./rules/document-rules.ts";
import { OPERATION_RULES } from "./rules/operation-rules.ts";
import type { RuleExample, RuleText } from "./rules/rule-text.ts";
import { SCHEMA_RULES } from "./rules/schema-rules.ts";

/** The effects of a change in one direction. */
export interface Effect {
  /** On messages on the wire. */
  readonly wire: Judgement;
  /** On code that is type-checked against the generated types. */
  readonly typescript: Judgement;
}

/** A kind of change that the differ reports. */
export interface Rule {
  readonly kind: ChangeKind;
  /** One sentence: what happened, seen from the document. */
  readonly sentence: string;
  /** The effects where callers send the value. */
  readonly request: Effect;
  /** The effects where callers receive it. */
  readonly response: Effect;
  /** Two parts of documents between which the change is reported. */
  readonly example: RuleExample;
}

const TEXTS: Readonly<Record<ChangeKind, RuleText>> = { ...DOCUMENT_RULES, ...OPERATION_RULES, ...SCHEMA_RULES };

/** All rules, by name. */
export const RULES: readonly Rule[] = CHANGE_KINDS.toSorted().map((kind) => ({
  kind,
  sentence: TEXTS[kind].sentence,
  request: toEffect(kind, "request"),
  response: toEffect(kind, "response"),
  example: TEXTS[kind].example,
}));

function toEffect(kind: ChangeKind, direction: "request" | "response"): Effect {
  const { wire, typescript } = judge(kind, direction);
  return { wire, typescript };
}
