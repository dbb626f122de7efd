import { requireNumbers } from "../config/check-numbers.ts";
import type { AttemptEvent } from "../config/hooks.ts";
import type { CallOptions } from "../contract.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import type { Attempt, ErrorContext } from "../errors/nectar-error.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { TransportInit } from "../transport/transport.ts";
import type { BoundOperation } from "./bound-operation.ts";
import type { Engine } from "./engine.ts";

/** Options of a call that is part of a longer operation, such as a page of a list. */
export interface AttemptOptions extends CallOptions {
  /** Milliseconds of the longer operation, for error messages; `deadline` is the rest of them. */
  readonly wholeDeadline?: number | undefined;
}

/** The operation to call, with its arguments and options. */
export interface CallRequest {
  readonly engine: Engine;
  readonly operation: BoundOperation;
  readonly init: Omit<TransportInit, "fetch">;
  readonly readAs: ReadAs;
  readonly options: AttemptOptions;
}

/** A call in progress. */
export interface Call extends CallRequest {
  /** When the deadline passes, on the clock of `performance.now()`. */
  readonly endsAt: number;
  /** Attempts sent so far, including the current one. */
  readonly attempts: Attempt[];
}

/** How a call with a response ended. */
export interface CallResult {
  readonly response: Response;
  readonly data?: unknown;
  /** Set if the API refused the call. */
  readonly refusal?: NectarApiError;
}

/**
 * Starts the clock of a call.
 *
 * @throws {NectarValidationError} when an option is not a number
 */
export function startCall(request: CallRequest): Call {
  const { engine, operation, options } = request;
  requireNumbers(options, operation);
  return { ...request, endsAt: performance.now() + (options.deadline ?? engine.deadline), attempts: [] };
}

/** Returns the milliseconds until the deadline passes. */
export function getTimeLeft({ endsAt }: Call): number {
  return endsAt - performance.now();
}

/** Describes a call for its errors. */
export function toContext(call: Call): ErrorContext {
  const { operation, apiVersion } = call.operation;
  return { operation, apiVersion, attempts: call.attempts };
}

/** Describes an attempt for hooks and logger. */
export function toEvent(call: Call, attempt: number): AttemptEvent {
  const { definition, operation, apiVersion } = call.operation;
  const { method, path } = definition;
  return { operation, apiVersion, method, path, attempt, deadline: getTimeLeft(call) };
}
