import { toKeyPattern } from "./key-pattern.ts";

/** How many keys of a function that gives ever new ones are remembered. */
const REMEMBERED = 8;

/** The API keys that were sent last, to be taken out of what is told of an answer. */
export class SentKeys {
  /** Characters of the longest form that a key can take. */
  readonly longestForm: number;
  readonly #keys: readonly string[];
  #pattern: RegExp | undefined;

  /** @param keys the newest first */
  constructor(...keys: readonly string[]) {
    this.#keys = keys;
    // As `\u0041`, character by character.
    this.longestForm = 6 * Math.max(0, ...keys.map((key) => key.length));
  }

  /** These keys and one more; those that were sent long ago are forgotten. */
  add(key: string): SentKeys {
    if (this.#keys[0] === key) return this;
    return new SentKeys(...[key, ...this.#keys.filter((other) => other !== key)].slice(0, REMEMBERED));
  }

  /** Finds every key in all its forms. Made when it is first needed, since most calls never need it. */
  get pattern(): RegExp {
    // Without a key there is nothing to find.
    this.#pattern ??= new RegExp(this.#keys.map(toKeyPattern).join("|") || "(?!)", "g");
    return this.#pattern;
  }
}
