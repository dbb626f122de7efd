/** Kind of an error, to switch on. */
export type NectarErrorKind =
  | "api"
  | "connection"
  | "timeout"
  | "abort"
  | "unexpected-content"
  | "response-too-large"
  | "validation"
  | "config";

/** One attempt of a failed call. */
export interface Attempt {
  /** Status of the response; `undefined` if there was none. */
  readonly status: number | undefined;
  /** Milliseconds of waiting before this attempt; 0 before the first. */
  readonly waited: number;
}

/** Names an operation in errors and logs. */
export interface CallSite {
  /** Resource method, such as `documents.retrieve`; method and path for a raw path that the API version does not define. */
  readonly operation: string;
  readonly apiVersion: string;
}

/** Details of the failed call. */
export interface ErrorContext {
  /** Beginning of the message, by default the operation. */
  readonly label?: string | undefined;
  /**
   * Resource method, such as `documents.retrieve`; method and path for a raw path that the API version does not define. `undefined` if the
   * error belongs to no operation.
   */
  readonly operation?: string | undefined;
  /** API version, such as `v2.2`. */
  readonly apiVersion?: string | undefined;
  /** All attempts, including the last one. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** Milliseconds that the server asked the client to wait, if that was too long. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** Base class of every error of this package. No error contains the API key. */
export abstract class NectarError extends Error {
  abstract readonly kind: NectarErrorKind;
  /**
   * Resource method, such as `documents.retrieve`; method and path for a raw path that the API version does not define. `undefined` if the
   * error belongs to no operation.
   */
  readonly operation: string | undefined;
  readonly apiVersion: string | undefined;
  readonly attempts: readonly Attempt[];
  /** Milliseconds that the server asked the client to wait before the next attempt; set only if that was too long. */
  readonly retryAfter: number | undefined;

  constructor(problem: string, context: ErrorContext = {}) {
    const { label = context.operation } = context;
    const message = label === undefined ? problem : `${label}: ${problem}`;
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.operation = context.operation;
    this.apiVersion = context.apiVersion;
    this.attempts = context.attempts ?? [];
    this.retryAfter = context.retryAfter;
  }

  /**
   * Makes `instanceof` true for errors of another copy of this package, such as CommonJS beside ES modules. A class is the same in another copy
   * if its prototype defines the same `name`.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: each subclass inherits the method
    return isInstanceOf(this, value);
  }

  /** Marks errors of every copy of this package; see {@link isNectarError}. */
  get isNectarError(): true {
    return true;
  }

  /** A getter on the prototype, since V8 writes the stack before fields of a subclass exist. */
  abstract override get name(): string;

  /** Returns the details that are safe and useful to log, without stack, cause and headers. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message, headers: undefined };
  }
}

/**
 * Tells whether a value is an error of this package, including another copy of it or another realm.
 *
 * @example
 * if (isNectarError(error) && error.kind === "timeout") console.error(error.attempts);
 */
export function isNectarError(value: unknown): value is NectarError {
  return typeof value === "object" && value !== null && "isNectarError" in value;
}

function isInstanceOf(type: typeof NectarError, value: unknown): boolean {
  if (type === NectarError) return isNectarError(value);
  const name = readOwnName(type.prototype);
  for (let at: unknown = value; isNectarError(at); at = Object.getPrototypeOf(at)) {
    if (at === type.prototype || (name !== undefined && readOwnName(at) === name)) return true;
  }
  return false;
}

function readOwnName(prototype: NectarError): string | undefined {
  return Object.hasOwn(prototype, "name") ? prototype.name : undefined;
}
