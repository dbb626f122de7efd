import type { OperationDefinition } from "../contract.ts";

/** One attempt of a call. */
export interface AttemptEvent {
  /** Resource method, such as `documents.retrieve`; method and path for a raw path that the API version does not define. */
  readonly operation: string;
  /** API version, such as `v2.2`. */
  readonly apiVersion: string;
  readonly method: OperationDefinition["method"];
  /** Path template. */
  readonly path: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Milliseconds left for the whole operation when the attempt begins; `Infinity` without a deadline. */
  readonly deadline: number;
}

/** An attempt that is about to be sent. */
export interface RequestEvent extends AttemptEvent {
  /** Headers of the request, without the API key. A hook may add to them, for example a trace id. */
  readonly headers: Headers;
}

/** An attempt that got a response. */
export interface ResponseEvent extends AttemptEvent {
  readonly status: number;
  readonly headers: Headers;
}

/** An attempt that failed and will be retried. */
export interface RetryEvent extends AttemptEvent {
  /** Status of the response; `undefined` if there was none. */
  readonly status: number | undefined;
  /** Milliseconds until the next attempt. */
  readonly wait: number;
}

/** Functions that the client calls for each attempt. An error that they throw fails the call. */
export interface CallHooks {
  /** Called before each attempt is sent. */
  readonly onRequest?: ((event: RequestEvent) => void | Promise<void>) | undefined;
  /** Called after the headers of each response arrive. */
  readonly onResponse?: ((event: ResponseEvent) => void | Promise<void>) | undefined;
  /** Called before each wait for a retry. */
  readonly onRetry?: ((event: RetryEvent) => void | Promise<void>) | undefined;
}
