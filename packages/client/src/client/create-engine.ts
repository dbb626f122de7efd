import { Limiter } from "../async/limiter.ts";
import type { Engine } from "../call/engine.ts";
import { checkApiKey, defaultApiKey } from "../config/api-key.ts";
import { checkBaseUrl, defaultBaseUrl } from "../config/base-url.ts";
import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition } from "../contract.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { requireHeaders } from "../request/merge-headers.ts";
import { SentKeys } from "../response/sent-keys.ts";
import { createTransport } from "../transport/openapi-fetch.ts";

/**
 * Checks the options and fills in the defaults.
 *
 * @param shared the engine of the client that this one is a copy of: both keep to one limit of requests
 * @throws {NectarConfigError} for options that cannot work
 */
export function createEngine(api: ApiDefinition<unknown>, options: NectarClientOptions, shared?: Engine): Engine {
  const { fetch = globalThis.fetch, headers, logger, hooks = {} } = options;
  // A copy does not ask the environment once more: it may have changed.
  const apiKey = options.apiKey ?? shared?.apiKey ?? defaultApiKey();
  const baseUrl =
    options.baseUrl === undefined
      ? (shared?.baseUrl ?? defaultBaseUrl(api.baseUrl))
      : checkBaseUrl(options.baseUrl, api.baseUrl);
  requireHeaders(headers, (problem) => new NectarConfigError(problem));
  const maxConcurrency = atLeast(1, "maxConcurrency", options.maxConcurrency, 10);
  return {
    api,
    apiKey: typeof apiKey === "function" ? apiKey : checkApiKey(apiKey),
    sent: { keys: new SentKeys() },
    baseUrl,
    origin: new URL("/", baseUrl).href,
    // A method of another object would lose its `this`; the runtime's `fetch` insists on its own.
    fetch: (input, init) => fetch(input, init),
    transport: createTransport(baseUrl),
    middleware: [...(shared?.middleware ?? [])],
    headers,
    timeout: atLeast(1, "timeout", options.timeout, 60_000),
    deadline: atLeast(1, "deadline", options.deadline, Infinity),
    maxRetries: atLeast(0, "maxRetries", options.maxRetries, 2),
    maxResponseBytes: atLeast(1, "maxResponseBytes", options.maxResponseBytes, 64 * 1024 * 1024),
    limiter: shared?.limiter.limit === maxConcurrency ? shared.limiter : new Limiter(maxConcurrency),
    logger,
    hooks,
    deprecated: shared?.deprecated ?? new Set(),
  };
}

function atLeast(minimum: number, name: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (value >= minimum) return value;
  throw new NectarConfigError(`\`${name}\` must be a number of at least ${minimum}, not ${value}`);
}
