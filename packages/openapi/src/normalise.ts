export {
  isRuleName,
  isRules,
  type Normalised,
  type NormaliseOptions,
  normaliseDocument,
  RULE_NAMES,
  type RuleName,
  type Rules,
} from "./normalise/normalise-document.ts";
export type { IsValid, Note } from "./normalise/rule.ts";
