import { abandon } from "../answer/abandon.ts";
import { findBodyBreak, readErrorText } from "../answer/error-text.ts";
import { type ReadAs, readAnswer } from "../answer/read-answer.ts";
import { redactBody, redactCause, redactHeaders, redactText } from "../answer/redact.ts";
import type { SentKeys } from "../answer/sent-keys.ts";
import { checkApiKey } from "../client/api-key.ts";
import type { CallOptions } from "../contract.ts";
import { addCallSite, markForeign, runForeign } from "../errors/add-call-site.ts";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { type Attempt, type ErrorContext, isNectarError, type NectarError } from "../errors/nectar-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { requireNumbers } from "../errors/require-numbers.ts";
import { ResponseTooLargeError } from "../errors/response-too-large-error.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import { guardHeaders } from "../request/require-header.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";
import type { PreparedRequest, TransportInit, TransportResult } from "../transport/transport.ts";
import { describeLostConnection } from "./describe-lost-connection.ts";
import { endWith } from "./end-with.ts";
import type { Engine } from "./engine.ts";
import { guardMiddleware } from "./guard-middleware.ts";
import type { AttemptEvent } from "./hooks.ts";
import { mayRetry } from "./may-retry.ts";
import { backoff, retryAfter } from "./retry-timing.ts";
import type { Target } from "./target.ts";
import { ABORTED, sleep, TIMED_OUT, within } from "./within.ts";

/** What of a transport's input a caller decides. */
export type CallInit = Omit<TransportInit, "fetch" | "middleware" | "parseAs"> & {
  readonly middleware?: TransportInit["middleware"] | undefined;
};

/** Options of a call that is part of a longer operation, such as a page of a list. */
export interface AttemptOptions extends CallOptions {
  /** Milliseconds of the whole operation, for errors to tell; `deadline` is what is left of them. */
  readonly wholeDeadline?: number | undefined;
}

/** Characters of an unexpected body that its error shows. */
const PREVIEW = 1024;

/** The longest wait for a retry where no deadline says otherwise: nobody should hang for an hour without having agreed to it. */
const LONGEST_UNASKED_WAIT = 60_000;

/** One call of an operation: its attempts, the waits between them, and what became of it. */
export class Call {
  readonly #engine: Engine;
  readonly #target: Target;
  readonly #init: CallInit;
  readonly #readAs: ReadAs;
  readonly #options: AttemptOptions;
  readonly #ends: number;
  readonly #attempts: Attempt[] = [];
  /** Taken out of what is told of the answer. */
  #keys: SentKeys;
  #waited = 0;
  // State of the present attempt:
  #status: number | undefined;
  /** Milliseconds until the next attempt; `undefined` where there is none. */
  #wait: number | undefined;
  #retryAfter: number | undefined;
  /** What the present wait or attempt is limited by. */
  #limit: "timeout" | "deadline" = "deadline";
  #isSent = false;
  /** Whether the network is at work, so that an error is one of the connection and not of a hook or of middleware. */
  #isOnWire = false;

  constructor(engine: Engine, target: Target, init: CallInit, readAs: ReadAs, options: AttemptOptions = {}) {
    this.#engine = engine;
    this.#target = target;
    this.#init = init;
    this.#readAs = readAs;
    this.#options = options;
    this.#keys = engine.sent.keys;
    this.#ends = performance.now() + (options.deadline ?? engine.deadline);
  }

  /** Sends the request until it is answered for good. An answer of failure is a result like any other. */
  async send(): Promise<TransportResult> {
    requireNumbers(this.#options, this.#target);
    for (;;) {
      this.#status = this.#wait = this.#retryAfter = undefined;
      this.#isSent = this.#isOnWire = false;
      let result: TransportResult | undefined;
      let cause: unknown;
      try {
        result = await this.#attempt();
      } catch (error) {
        cause = error;
        // What took too long before it was sent (a hook, the function that gives the key) would do so again.
        const isLost =
          cause === TIMED_OUT
            ? this.#isSent && this.#limit === "timeout"
            : this.#isOnWire && cause !== ABORTED && !isNectarError(cause);
        if (!isLost) this.#wait = undefined;
        else if (this.#wait === undefined) this.#plan(undefined, null);
      }
      if (this.#isSent) this.#attempts.push({ status: this.#status, waited: this.#waited });
      if (this.#wait !== undefined) await this.#pause(this.#wait);
      else if (result === undefined) throw this.#failure(cause);
      else return result;
    }
  }

  /** The error of an answer that is one. */
  toError({ error, response }: TransportResult): NectarError {
    const { status, statusText } = response;
    const headers = redactHeaders(response.headers, this.#keys);
    const reason = `${status} ${redactText(statusText, this.#keys)}`.trim();
    const detail = detailOf(error);
    const message = `${this.#target.label}: ${reason}${detail && ": "}${detail}`;
    const cause = redactCause(findBodyBreak(response), this.#keys);
    return apiErrorOf(
      message,
      { status, body: error === "" ? undefined : error, headers },
      { ...this.#context(), cause },
    );
  }

  #left(): number {
    return this.#ends - performance.now();
  }

  async #attempt(): Promise<TransportResult> {
    const { limiter } = this.#engine;
    const { signal, timeout = this.#engine.timeout } = this.#options;
    this.#limit = "deadline";
    if (!limiter.tryEnter()) {
      // A place that comes at the very moment of the abort goes to the next in the queue.
      await within(
        this.#left(),
        signal,
        (stop) => limiter.enter(stop),
        () => limiter.leave(),
      );
    }
    try {
      const left = this.#left();
      if (timeout < left) this.#limit = "timeout";
      return await within(Math.min(timeout, left), signal, (stop) => this.#exchange(stop));
    } finally {
      limiter.leave();
    }
  }

  async #exchange(signal: AbortSignal): Promise<TransportResult> {
    const { transport, middleware } = this.#engine;
    const { method, path } = this.#target.definition;
    const { response, error } = await transport(method, path, {
      ...this.#init,
      middleware: this.#guard(this.#init.middleware ?? middleware, signal),
      // The body is read here, where it is decoded and checked.
      parseAs: "stream",
      fetch: (request) => this.#fetch(request, signal),
    });
    if (!response.ok) return { error: redactBody(error, this.#keys), response };
    this.#isOnWire = true;
    const maxBytes = this.#options.maxResponseBytes ?? this.#engine.maxResponseBytes;
    const data = await readAnswer(response, this.#readAs, {
      maxBytes,
      unexpected: (text) => this.#unexpected(response, text),
      tooLarge: () => this.#tooLarge(response, maxBytes),
    });
    const { signal: outer } = this.#options;
    return { data: outer && data instanceof ReadableStream ? endWith(outer, data) : data, response };
  }

  async #fetch(request: PreparedRequest, signal: AbortSignal): Promise<Response> {
    const { origin, apiKey, api, fetch, hooks, logger } = this.#engine;
    if (!request.url.startsWith(origin)) {
      throw new NectarConfigError(
        `${this.#target.label}: a request to another origin than that of \`baseUrl\` would take the API key along`,
        this.#context(),
      );
    }
    const own = hooks.onRequest ? guardHeaders(request.headers, (problem) => this.#invalid(problem)) : request.headers;
    if (hooks.onRequest) await runForeign(() => hooks.onRequest?.({ ...this.#event(), headers: own }));
    const key = typeof apiKey === "string" ? apiKey : checkApiKey(await runForeign(apiKey));
    signal.throwIfAborted();
    this.#keys = this.#engine.sent.keys = this.#engine.sent.keys.add(key);
    // In headers of their own, so that neither hooks nor middleware see it, not even afterwards.
    const headers = new Headers(own);
    if (api.apiKeyHeader !== undefined) headers.set(api.apiKeyHeader, key);
    logger?.debug(`${this.#target.label}: attempt ${this.#attempts.length + 1}`, this.#event());
    this.#isSent = this.#isOnWire = true;
    const redirect = this.#target.definition.body === "multipart" ? redirectOfUploads() : "manual";
    const init = { redirect, signal, headers } as const;
    let response: Response;
    try {
      response = await (request instanceof Request
        ? fetch(request, init)
        : fetch(request.url, Object.assign(request, init)));
    } catch (error) {
      throw markForeign(error);
    }
    if (signal.aborted) {
      // Too late: the call went on without it.
      abandon(response.body);
      throw ABORTED;
    }
    this.#isOnWire = false;
    await this.#receive(response);
    return response;
  }

  async #receive(response: Response): Promise<void> {
    const { status, ok, headers } = response;
    const { hooks } = this.#engine;
    this.#status = status;
    if (hooks.onResponse) {
      const event = { ...this.#event(), status, headers: redactHeaders(headers, this.#keys) };
      await runForeign(() => hooks.onResponse?.(event));
    }
    if (ok) return this.#noteDeprecation(headers);
    if (status < 400) {
      abandon(response.body);
      throw new NectarConnectionError(
        `${this.#target.label}: a redirect is not followed, since it would take the API key along; check \`baseUrl\``,
        this.#context(),
      );
    }
    this.#plan(status, redactHeaders(headers, this.#keys).get("retry-after"));
    this.#boundText(response);
  }

  /** The transport asks for the text of a failure: it is bounded, and before another attempt nobody needs it. */
  #boundText(response: Response): void {
    response.text = async () => {
      this.#isOnWire = true;
      if (this.#wait === undefined) return readErrorText(response, this.#keys);
      abandon(response.body);
      return "";
    };
  }

  /** Middleware ends the call with its own errors, and the bodies that it replaces are let go. */
  #guard(middleware: Middleware[], signal: AbortSignal): Middleware[] {
    if (middleware.length === 0) return middleware;
    return middleware.map((one) =>
      guardMiddleware(one, {
        onFailure: () => {
          // What comes too late is nothing to the attempt that is under way by now.
          if (!signal.aborted) this.#isOnWire = false;
        },
        onResponse: (response, replaced) => {
          if (!response.ok) this.#boundText(response);
          const { body = null } = replaced ?? {};
          if (body !== response.body && body?.locked === false) abandon(body);
        },
      }),
    );
  }

  /** Decides whether there is another attempt, and when. */
  #plan(status: number | undefined, retryAfterHeader: string | null): void {
    const failed = this.#attempts.length + 1;
    if (!mayRetry(this.#target.definition.retry, status)) return;
    if (failed > (this.#options.maxRetries ?? this.#engine.maxRetries)) return;
    const asked = retryAfter(retryAfterHeader, Date.now());
    const wait = asked ?? backoff(failed, Math.random());
    const left = this.#left();
    if (wait < (left === Infinity ? LONGEST_UNASKED_WAIT : left)) this.#wait = wait;
    else this.#retryAfter = asked;
  }

  async #pause(wait: number): Promise<void> {
    const { hooks, logger } = this.#engine;
    const event = { ...this.#event(), attempt: this.#attempts.length, status: this.#status, wait };
    this.#isOnWire = false;
    this.#limit = "deadline";
    logger?.warn(`${this.#target.label}: next attempt in ${Math.round(wait)} ms`, event);
    try {
      await within(this.#left(), this.#options.signal, async (stop) => {
        if (hooks.onRetry) await runForeign(() => hooks.onRetry?.(event));
        await sleep(wait, stop);
      });
    } catch (reason) {
      throw this.#failure(reason);
    }
    this.#waited = wait;
  }

  /** The error of a call without an answer. */
  #failure(cause: unknown): unknown {
    const { label } = this.#target;
    if (cause === ABORTED) {
      return new NectarAbortError(`${label}: aborted by the caller`, {
        ...this.#context(),
        cause: this.#options.signal?.reason,
      });
    }
    if (cause === TIMED_OUT) {
      const option = this.#limit;
      const { [option]: own = this.#engine[option], wholeDeadline } = this.#options;
      const milliseconds = (option === "deadline" && wholeDeadline) || own;
      const what = option === "timeout" ? "an attempt" : "the call";
      const message = `${label}: no response within ${Math.round(milliseconds)} ms, the \`${option}\` of ${what}`;
      return new NectarTimeoutError(message, undefined, this.#context(), { option, milliseconds });
    }
    if (!this.#isOnWire || isNectarError(cause)) return addCallSite(cause);
    const clean = redactCause(cause, this.#keys);
    const message = describeLostConnection(this.#engine.baseUrl, this.#status, clean);
    return new NectarConnectionError(`${label}: ${message}`, { ...this.#context(), cause: clean });
  }

  #invalid(problem: string): NectarError {
    return new NectarValidationError(`${this.#target.label}: ${problem}`, this.#context());
  }

  #tooLarge({ status }: Response, limit: number): NectarError {
    const message = `${this.#target.label}: the body of the response (${status}) is longer than \`maxResponseBytes\`, ${limit} bytes`;
    return new ResponseTooLargeError(message, status, limit, this.#context());
  }

  #unexpected({ status, headers }: Response, text: string): NectarError {
    const contentType = redactHeaders(headers, this.#keys).get("content-type") ?? undefined;
    const message = `${this.#target.label}: ${status} with ${contentType ?? "no content type"} is not the JSON that was promised`;
    const beginning = text.slice(0, PREVIEW + this.#keys.longestForm);
    const preview = redactText(beginning, this.#keys, PREVIEW).slice(0, PREVIEW);
    return new UnexpectedContentError(message, { status, contentType, preview }, this.#context());
  }

  #context(): ErrorContext {
    const { operation, apiVersion } = this.#target;
    return { operation, apiVersion, attempts: this.#attempts, retryAfter: this.#retryAfter };
  }

  #event(): AttemptEvent {
    const { operation, apiVersion, definition } = this.#target;
    return {
      operation,
      apiVersion,
      method: definition.method,
      path: definition.path,
      attempt: this.#attempts.length + 1,
      deadline: this.#left(),
    };
  }

  #noteDeprecation(headers: Headers): void {
    const { logger, deprecated } = this.#engine;
    if (logger === undefined || deprecated.has(this.#target.label)) return;
    if (!headers.has("deprecation") && !headers.has("sunset")) return;
    deprecated.add(this.#target.label);
    const clean = redactHeaders(headers, this.#keys);
    const details = { deprecation: clean.get("deprecation"), sunset: clean.get("sunset") };
    logger.warn(`${this.#target.label} is deprecated`, details);
  }
}

/**
 * No mode follows a redirect. `manual` tells what it was, but keeps a copy of the whole body, in Node at least: too much for a file. workerd
 * knows no `error`, and throws.
 */
function redirectOfUploads(): RequestRedirect {
  try {
    return new Request("http://localhost", { redirect: "error" }).redirect;
  } catch {
    return "manual";
  }
}

/** What Nectar says about an error, where it says it in a text. */
function detailOf(body: unknown): string {
  const { detail }: { readonly detail?: unknown } = Object(body);
  return typeof detail === "string" ? detail : "";
}
