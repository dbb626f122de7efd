/** What went wrong, as a word to switch on. */
export type NectarErrorKind =
  | "api"
  | "connection"
  | "timeout"
  | "abort"
  | "unexpected-content"
  | "response-too-large"
  | "validation"
  | "config";

/** One attempt of a call that failed. */
export interface Attempt {
  /** Status of the answer; `undefined` where none came. */
  readonly status: number | undefined;
  /** Milliseconds that were waited before this attempt; 0 before the first. */
  readonly waited: number;
}

/** The operation that is called. */
export interface CallSite {
  /** What it is called in messages: `documents.retrieve`. */
  readonly label: string;
  /** Operation id; `undefined` for a raw path that the API version does not know. */
  readonly operation: string | undefined;
  readonly apiVersion: string;
}

/** What an error knows about the call that failed. */
export interface ErrorContext {
  /** Operation id, such as `document_retrieve`; `undefined` for an error that belongs to no operation. */
  readonly operation?: string | undefined;
  /** API version, such as `v2.2`. */
  readonly apiVersion?: string | undefined;
  /** Attempts made, the last one included. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** Milliseconds that the server asked to wait, where that was too long to wait. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** Every error of this package. The API key is in none of them. */
export abstract class NectarError extends Error {
  abstract readonly kind: NectarErrorKind;
  readonly operation: string | undefined;
  readonly apiVersion: string | undefined;
  readonly attempts: readonly Attempt[];
  /** Milliseconds that the server asked to wait before the next attempt; set where that was too long to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, context: ErrorContext = {}) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.operation = context.operation;
    this.apiVersion = context.apiVersion;
    this.attempts = context.attempts ?? [];
    this.retryAfter = context.retryAfter;
  }

  /** Marks errors of this package, whichever copy of it they come from; see {@link isNectarError}. */
  get isNectarError(): true {
    return true;
  }

  /** A getter of the class, so that the first line of the stack has it in every runtime. */
  abstract override get name(): string;

  /** What is safe and useful to log: no stack, no cause, no headers. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message, headers: undefined };
  }
}

/**
 * Whether a value is an error of this package, from whichever copy of it and from whichever realm; to tell them apart, switch on
 * {@link NectarError.kind}.
 */
export function isNectarError(value: unknown): value is NectarError {
  return typeof value === "object" && value !== null && "isNectarError" in value;
}
