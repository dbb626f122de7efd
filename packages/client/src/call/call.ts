import type { AttemptEvent } from "../config/hooks.ts";
import { requireNumbers } from "../config/require-numbers.ts";
import type { CallOptions } from "../contract.ts";
import type { NectarApiError } from "../errors/nectar-api-error.ts";
import type { Attempt, ErrorContext } from "../errors/nectar-error.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { TransportInit } from "../transport/transport.ts";
import type { Target } from "./bound-operation.ts";
import type { Engine } from "./engine.ts";

/** Options of a call that is part of a longer operation, such as a page of a list. */
export interface AttemptOptions extends CallOptions {
  /** Milliseconds of the whole operation, for errors to tell; `deadline` is what is left of them. */
  readonly wholeDeadline?: number | undefined;
}

/** What is called, and how. */
export interface CallRequest {
  readonly engine: Engine;
  readonly target: Target;
  readonly init: Omit<TransportInit, "fetch">;
  readonly readAs: ReadAs;
  readonly options: AttemptOptions;
}

/** A call under way. */
export interface Call extends CallRequest {
  /** When the deadline passes, on the clock of `performance.now()`. */
  readonly ends: number;
  /** Attempts that were sent, the present one included. */
  readonly attempts: Attempt[];
}

/** How a call ended that has a response. */
export interface CallResult {
  readonly response: Response;
  readonly data?: unknown;
  /** Set where the API refused the call. */
  readonly refusal?: NectarApiError;
}

/**
 * Starts the clock of a call.
 *
 * @throws {NectarValidationError} for options that are no numbers
 */
export function startCall(request: CallRequest): Call {
  const { engine, target, options } = request;
  requireNumbers(options, target);
  return { ...request, ends: performance.now() + (options.deadline ?? engine.deadline), attempts: [] };
}

/** Milliseconds until the deadline passes. */
export function getTimeLeft({ ends }: Call): number {
  return ends - performance.now();
}

/** What errors tell of a call. */
export function toContext({ target, attempts }: Call): ErrorContext {
  return { operation: target.operation, apiVersion: target.apiVersion, attempts };
}

/** What hooks and logger see of an attempt. */
export function toEvent(call: Call, attempt: number): AttemptEvent {
  const { definition, operation, apiVersion } = call.target;
  const { method, path } = definition;
  return { operation, apiVersion, method, path, attempt, deadline: getTimeLeft(call) };
}
