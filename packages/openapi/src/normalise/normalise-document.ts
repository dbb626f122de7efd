import { isObject, type JsonObject } from "../document/json.ts";
import { brokenExamples } from "./document/broken-examples.ts";
import { emptyDescriptions } from "./document/empty-descriptions.ts";
import { hoistShared } from "./document/hoist-shared.ts";
import { order } from "./document/order.ts";
import { serverPrefix } from "./document/server-prefix.ts";
import type { IsValid, Note, Rule } from "./rule.ts";
import { enumUnions } from "./schema/enum-unions.ts";
import { nullUnions } from "./schema/null-unions.ts";
import { openEnums } from "./schema/open-enums.ts";
import { singleAllOf } from "./schema/single-all-of.ts";
import { upgradeTo31 } from "./schema/upgrade-to-31.ts";

/** The rules in the order in which they run: schemas first, so that parameters that are alike also look alike. */
const RULES = {
  emptyDescriptions,
  upgradeTo31,
  singleAllOf,
  nullUnions,
  enumUnions,
  openEnums,
  serverPrefix,
  hoistShared,
  brokenExamples,
  order,
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** The names of all rules, in their order. */
export const RULE_NAMES: readonly RuleName[] = Object.keys(RULES).filter(isRuleName);

/** Which rules apply; one that is not named does. */
export type Rules = Readonly<Partial<Record<RuleName, boolean>>>;

export interface NormaliseOptions {
  /** Says whether an example fits its schema. Without it no example is checked. */
  readonly isValid?: IsValid | undefined;
}

export interface Normalised {
  readonly document: JsonObject;
  readonly notes: readonly Note[];
}

/** One rule may enable another; documents written by people take two rounds. */
const MOST_ROUNDS = 10;

/**
 * Takes out of an OpenAPI document what is only style, so that two documents that mean the same are the same. Pure: it changes neither the
 * document nor anything else, and normalising twice is normalising once.
 */
export function normaliseDocument(document: JsonObject, rules: Rules = {}, options: NormaliseOptions = {}): Normalised {
  const notes = new Map<string, Note>();
  const active = RULE_NAMES.filter((name) => rules[name] !== false);
  let current = document;
  for (let round = 0, before = ""; round < MOST_ROUNDS; round += 1) {
    const text = JSON.stringify(current);
    if (text === before) break;
    before = text;
    for (const name of active) {
      const note = (at: string, message: string): void => {
        notes.set(`${name} ${at} ${message}`, { rule: name, at, message });
      };
      current = RULES[name](current, { note, isValid: options.isValid });
    }
  }
  return { document: current, notes: [...notes.values()] };
}

/** Tells whether a string names a rule. */
export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}

/** Tells whether a value is a record of `true` and `false` by rule. */
export function isRules(value: unknown): value is Rules {
  return isObject(value) && Object.entries(value).every(([name, on]) => isRuleName(name) && typeof on === "boolean");
}
