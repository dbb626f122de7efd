import { Buffer } from "node:buffer";
import { isArray, isObject, type Json } from "@nectar-sdk/openapi/document";
import { decodeUrl } from "../check/decode-url.ts";
import { writeSecretForms } from "./secret-forms.ts";
import { STAND_INS } from "./stand-in.ts";

/** Replaces a secret in text. */
export const REDACTED = "[redacted]";

/** Shorter secrets (`test`) match by chance. They are replaced only in their own place, and as whole words of sentences. */
const SHORTEST = 6;
const SHORTEST_WORD = 4;

/** Masks known secrets in strings and values, in every form in which they may be repeated. */
export class KnownSecrets {
  /** Grows with each new secret. */
  generation = 0;
  readonly #secrets = new Set<string>();
  readonly #words = new Map<string, RegExp>();
  /** Forms by prefix, longest first: a single pass over a string finds every secret. */
  readonly #forms = new Map<string, string[]>();
  readonly #publicWords: ReadonlySet<string>;

  /** @param publicWords words of the document, which are never masked */
  constructor(publicWords: ReadonlySet<string>) {
    this.#publicWords = publicWords;
  }

  add(secret: string): void {
    if (this.#secrets.has(secret) || this.#words.has(secret) || this.#isHarmless(secret)) return;
    this.generation += 1;
    if (secret.length < SHORTEST) {
      const escaped = secret.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      this.#words.set(secret, new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "gu"));
      return;
    }
    this.#secrets.add(secret);
    for (const form of new Set(writeSecretForms(secret))) {
      if (form.length < SHORTEST) continue;
      const beginning = form.slice(0, SHORTEST);
      const forms = [...(this.#forms.get(beginning) ?? []), form];
      // One secret may be the prefix of another.
      this.#forms.set(
        beginning,
        forms.sort((a, b) => b.length - a.length),
      );
    }
  }

  /** Adds an API key. A very short key is a placeholder. */
  addKey(key: string): void {
    if (key.length >= SHORTEST) this.add(key);
  }

  maskText(text: string): string {
    if (this.#forms.size === 0) return text;
    let [clean, done] = ["", 0];
    for (let at = 0; at + SHORTEST <= text.length; ) {
      const form = this.#forms.get(text.slice(at, at + SHORTEST))?.find((candidate) => text.startsWith(candidate, at));
      if (form === undefined) {
        at += 1;
        continue;
      }
      clean += text.slice(done, at) + REDACTED;
      at += form.length;
      done = at;
    }
    return done === 0 ? text : clean + text.slice(done);
  }

  /** Masks text without a schema, including short secrets that are whole words. */
  maskMessage(text: string): string {
    let clean = this.maskText(text);
    for (const word of this.#words.values()) clean = clean.replaceAll(word, REDACTED);
    return clean;
  }

  /** Masks a value of a body or header; short secrets only in sentences, because ids and dates contain them by chance. */
  maskValue(text: string): string {
    return /\s/.test(text) || this.#words.has(text) ? this.maskMessage(text) : this.maskText(text);
  }

  maskJson(value: Json): Json {
    if (typeof value === "string") return this.maskValue(value);
    if (typeof value === "number") return this.maskText(`${value}`) === `${value}` ? value : REDACTED;
    if (isArray(value)) return value.map((item) => this.maskJson(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [this.maskText(name), this.maskJson(child)]),
    );
  }

  /** Masks path and query; replaces a component that contains an encoded secret as a whole. */
  maskPath(path: string): string {
    const clean = path.split(/([/?&=])/).map((component) => {
      const plain = decodeUrl(component);
      return this.maskText(plain) === plain ? component : REDACTED;
    });
    return this.maskText(clean.join(""));
  }

  occursIn(base64: string): boolean {
    const bytes = Buffer.from(base64, "base64");
    if (this.maskText(base64) !== base64 || this.maskText(bytes.toString("latin1")) !== bytes.toString("latin1"))
      return true;
    return [...this.#secrets].some(
      (secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le")),
    );
  }

  #isHarmless(secret: string): boolean {
    return (
      secret.length < SHORTEST_WORD ||
      this.#publicWords.has(secret) ||
      [REDACTED, ...STAND_INS].some((text) => text.includes(secret))
    );
  }
}
