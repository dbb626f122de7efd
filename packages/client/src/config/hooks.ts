import type { Method } from "../transport/transport.ts";

/** One attempt of a call. */
export interface AttemptEvent {
  /** Operation id, such as `document_retrieve`; `undefined` for a raw path that the API version does not know. */
  readonly operation: string | undefined;
  /** API version, such as `v2.2`. */
  readonly apiVersion: string;
  readonly method: Method;
  /** Path template. */
  readonly path: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Milliseconds left for the whole operation when the attempt begins; `Infinity` without a deadline. */
  readonly deadline: number;
}

/** An attempt that is about to be sent. */
export interface RequestEvent extends AttemptEvent {
  /** Headers of the request, to add to: a trace id, say. The API key is not among them. */
  readonly headers: Headers;
}

/** An attempt that was answered. */
export interface ResponseEvent extends AttemptEvent {
  readonly status: number;
  readonly headers: Headers;
}

/** An attempt that failed and will be repeated. */
export interface RetryEvent extends AttemptEvent {
  /** Status of the answer; `undefined` where none came. */
  readonly status: number | undefined;
  /** Milliseconds until the next attempt. */
  readonly wait: number;
}

/** Functions that see each attempt of each call. What they throw fails the call. */
export interface CallHooks {
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
}
