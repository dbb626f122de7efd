import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readSecretKind, type SecretKind } from "./secret-names.ts";

export interface RedactOptions {
  /**
   * Further names of properties, parameters and headers to redact.
   *
   * `accountNumber` applies everywhere, `Account.accountNumber` to one schema of the document. Case does not matter.
   *
   * @default []
   */
  readonly also?: readonly string[];
  /**
   * Names to keep although the rule would redact them, in the same notation: `Datasource.url`.
   *
   * @default []
   */
  readonly keep?: readonly string[];
  /**
   * Whether to redact personal values too: e-mail and postal addresses, users, phone and account numbers, files and their names.
   *
   * @default false
   */
  readonly personal?: boolean;
}

/** Place of a value. */
export interface SecretPlace {
  readonly name: string;
  /** Schemas of the document that declare the property. */
  readonly owners: readonly string[];
  /** Schemas that the document declares for the value. */
  readonly declared: readonly JsonObject[];
  readonly side: "request" | "response";
}

/** Decides which places contain secrets, from the document (`format`), names, and the options of the caller. */
export class SecretRule {
  readonly personal: boolean;
  readonly #also: ReadonlySet<string>;
  readonly #keep: ReadonlySet<string>;

  constructor({ also = [], keep = [], personal = false }: RedactOptions) {
    this.personal = personal;
    this.#also = new Set(also.map((name) => name.toLowerCase()));
    this.#keep = new Set(keep.map((name) => name.toLowerCase()));
  }

  /** Keeps an address in a request: it names a provider, and a replay needs it. */
  classify({ name, owners, declared, side }: SecretPlace): SecretKind | undefined {
    const names = [name, ...owners.map((owner) => `${owner}.${name}`)].map((text) => text.toLowerCase());
    if (names.some((text) => this.#keep.has(text))) return undefined;
    const formats = declared.map(({ format }) => format);
    const kind = formats.includes("password") ? "credential" : readSecretKind(name);
    if (kind === "credential" || kind === "link" || (kind === "address" && side === "response")) return kind;
    if (names.some((text) => this.#also.has(text))) return "credential";
    return this.personal && (kind === "personal" || formats.includes("email")) ? "personal" : undefined;
  }

  /** Whether the caller keeps this name everywhere. */
  isExempt(name: string): boolean {
    return this.#keep.has(name.toLowerCase());
  }

  /** Classifies a name without a schema, such as a header. */
  classifyName(name: string): SecretKind | undefined {
    return this.classify({ name, owners: [], declared: [], side: "response" });
  }
}
