import { toKeyPattern } from "./key-pattern.ts";

/** How many keys are remembered of a function that returns a new one each time. */
const MAX_KEYS = 8;

/** The API keys that were sent last, to remove them from errors, hooks and logs. */
export class SentKeys {
  /** Length of the longest form of a key, in characters. */
  readonly longestForm: number;
  readonly #keys: readonly string[];
  #pattern: RegExp | undefined;

  /** @param keys the newest first */
  constructor(...keys: readonly string[]) {
    this.#keys = keys;
    // Each character as `\u0041`.
    this.longestForm = 6 * Math.max(0, ...keys.map((key) => key.length));
  }

  /** Returns these keys with a new one in front, and drops the oldest. */
  add(key: string): SentKeys {
    if (this.#keys[0] === key) return this;
    return new SentKeys(...[key, ...this.#keys.filter((other) => other !== key)].slice(0, MAX_KEYS));
  }

  /** Matches every key in all its forms. Created lazily, since most calls never need it. */
  get pattern(): RegExp {
    // Without a key, the pattern matches nothing.
    this.#pattern ??= new RegExp(this.#keys.map(toKeyPattern).join("|") || "(?!)", "g");
    return this.#pattern;
  }
}
