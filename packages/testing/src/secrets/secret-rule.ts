import type { JsonObject } from "@nectar-sdk/openapi/document";
import { readSecretKind, type SecretKind } from "./secret-names.ts";

export interface RedactOptions {
  /**
   * Further names of properties, parameters and headers that hold secrets: `accountNumber`, or `Account.accountNumber` for the property of
   * one schema of the document. Case does not matter.
   *
   * @default none
   */
  readonly also?: readonly string[];
  /**
   * Names that hold no secret although the rule takes them for one, written likewise: `Datasource.url`.
   *
   * @default none
   */
  readonly keep?: readonly string[];
  /**
   * Redacts the values of personal fields too: e-mail addresses, users, phones, addresses, account numbers, and files with their names.
   *
   * @default false
   */
  readonly personal?: boolean;
}

/** Where a value stands. */
export interface SecretPlace {
  readonly name: string;
  /** Schemas of the document that declare the property. */
  readonly owners: readonly string[];
  /** What the document declares of the value. */
  readonly declared: readonly JsonObject[];
  readonly side: "request" | "response";
}

/** Decides which places hold secrets: by the document (`format`), by names, and by what the caller adds or takes away. */
export class SecretRule {
  readonly personal: boolean;
  readonly #also: ReadonlySet<string>;
  readonly #keep: ReadonlySet<string>;

  constructor({ also = [], keep = [], personal = false }: RedactOptions) {
    this.personal = personal;
    this.#also = new Set(also.map((name) => name.toLowerCase()));
    this.#keep = new Set(keep.map((name) => name.toLowerCase()));
  }

  /** An address that the caller sends is that of a provider, and without it the request could not be sent again. */
  classify({ name, owners, declared, side }: SecretPlace): SecretKind | undefined {
    const names = [name, ...owners.map((owner) => `${owner}.${name}`)].map((text) => text.toLowerCase());
    if (names.some((text) => this.#keep.has(text))) return undefined;
    const formats = declared.map(({ format }) => format);
    const kind = formats.includes("password") ? "credential" : readSecretKind(name);
    if (kind === "credential" || kind === "link" || (kind === "address" && side === "response")) return kind;
    if (names.some((text) => this.#also.has(text))) return "credential";
    return this.personal && (kind === "personal" || formats.includes("email")) ? "personal" : undefined;
  }

  /** Whether the caller says that the name, standing alone, holds no secret. */
  isExempt(name: string): boolean {
    return this.#keep.has(name.toLowerCase());
  }

  /** The kind that a name alone stands for, such as that of a header. */
  classifyName(name: string): SecretKind | undefined {
    return this.classify({ name, owners: [], declared: [], side: "response" });
  }
}
