import { abandon } from "../answer/abandon.ts";
import { type ReadAs, readAnswer } from "../answer/read-answer.ts";
import { readTextUpTo } from "../answer/read-text.ts";
import { redactBody, redactCause, redactHeaders, redactText } from "../answer/redact.ts";
import { checkApiKey } from "../client/api-key.ts";
import type { CallOptions } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { NectarAbortError } from "../errors/nectar-abort-error.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { NectarConnectionError } from "../errors/nectar-connection-error.ts";
import { type Attempt, type ErrorContext, isNectarError, type NectarError } from "../errors/nectar-error.ts";
import { NectarTimeoutError } from "../errors/nectar-timeout-error.ts";
import { requireNumbers } from "../errors/require-numbers.ts";
import { UnexpectedContentError } from "../errors/unexpected-content-error.ts";
import type { PreparedRequest, TransportInit, TransportResult } from "../transport/transport.ts";
import type { Engine } from "./engine.ts";
import type { AttemptEvent } from "./hooks.ts";
import { mayRetry } from "./may-retry.ts";
import { backoff, retryAfter } from "./retry-timing.ts";
import type { Target } from "./target.ts";
import { ABORTED, sleep, TIMED_OUT, within } from "./within.ts";

/** What of a transport's input a caller decides. */
export type CallInit = Omit<TransportInit, "fetch" | "middleware" | "parseAs"> & {
  readonly middleware?: TransportInit["middleware"] | undefined;
};

/** Bytes of an error answer that are read; the rest is not fetched. */
const ERROR_BODY_LIMIT = 65_536;

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
  readonly #options: CallOptions;
  readonly #ends: number;
  readonly #attempts: Attempt[] = [];
  #key = "";
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

  constructor(engine: Engine, target: Target, init: CallInit, readAs: ReadAs, options: CallOptions = {}) {
    this.#engine = engine;
    this.#target = target;
    this.#init = init;
    this.#readAs = readAs;
    this.#options = options;
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
    const headers = redactHeaders(response.headers, this.#key);
    const reason = `${status} ${redactText(statusText, this.#key)}`.trim();
    const detail = detailOf(error);
    const message = `${this.#target.label}: ${reason}${detail && ": "}${detail}`;
    return apiErrorOf(message, { status, body: error === "" ? undefined : error, headers }, this.#context());
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
      middleware: this.#init.middleware ?? middleware,
      // The body is read here, where it is decoded and checked.
      parseAs: "stream",
      fetch: (request) => this.#fetch(request, signal),
    });
    if (!response.ok) return { error: redactBody(error, this.#key), response };
    this.#isOnWire = true;
    const unexpected = (text: string): NectarError => this.#unexpected(response, text);
    const data = await readAnswer(response, this.#readAs, unexpected, this.#options.signal);
    return { data, response };
  }

  async #fetch(request: PreparedRequest, signal: AbortSignal): Promise<Response> {
    const { origin, apiKey, api, fetch, hooks, logger } = this.#engine;
    if (!request.url.startsWith(origin)) {
      throw new NectarConfigError(
        `${this.#target.label}: a request to another origin than that of \`baseUrl\` would take the API key along`,
        this.#context(),
      );
    }
    if (hooks.onRequest) await hooks.onRequest({ ...this.#event(), headers: request.headers });
    const key = typeof apiKey === "string" ? apiKey : checkApiKey(await apiKey());
    signal.throwIfAborted();
    this.#key = this.#engine.sent.key = key;
    // In headers of their own, so that neither hooks nor middleware see it, not even afterwards.
    const headers = new Headers(request.headers);
    if (api.apiKeyHeader !== undefined) headers.set(api.apiKeyHeader, key);
    logger?.debug(`${this.#target.label}: attempt ${this.#attempts.length + 1}`, this.#event());
    this.#isSent = this.#isOnWire = true;
    const redirect = this.#target.definition.body === "multipart" ? redirectOfUploads() : "manual";
    const init = { redirect, signal, headers } as const;
    const response = await (request instanceof Request
      ? fetch(request, init)
      : fetch(request.url, Object.assign(request, init)));
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
      await hooks.onResponse({ ...this.#event(), status, headers: redactHeaders(headers, this.#key) });
    }
    if (ok) return this.#noteDeprecation(headers);
    if (status < 400) {
      abandon(response.body);
      throw new NectarConnectionError(
        `${this.#target.label}: a redirect is not followed, since it would take the API key along; check \`baseUrl\``,
        this.#context(),
      );
    }
    this.#plan(status, redactHeaders(headers, this.#key).get("retry-after"));
    // The transport asks for the text of a failure: it is bounded, and before another attempt nobody needs it.
    response.text = async () => {
      this.#isOnWire = true;
      if (this.#wait === undefined) return readTextUpTo(response, ERROR_BODY_LIMIT);
      abandon(response.body);
      return "";
    };
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
        if (hooks.onRetry) await hooks.onRetry(event);
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
      return new NectarTimeoutError(
        `${label}: the ${this.#limit} passed without an answer`,
        undefined,
        this.#context(),
      );
    }
    if (!this.#isOnWire || isNectarError(cause)) return addCallSite(cause);
    const clean = redactCause(cause, this.#key);
    const reason = clean instanceof Error ? `: ${clean.message}` : "";
    return new NectarConnectionError(`${label}: no answer${reason}`, { ...this.#context(), cause: clean });
  }

  #unexpected({ status, headers }: Response, text: string): NectarError {
    const contentType = redactHeaders(headers, this.#key).get("content-type") ?? undefined;
    const message = `${this.#target.label}: ${status} with ${contentType ?? "no content type"} is not the JSON that was promised`;
    const preview = redactText(text, this.#key).slice(0, PREVIEW);
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
    const clean = redactHeaders(headers, this.#key);
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
