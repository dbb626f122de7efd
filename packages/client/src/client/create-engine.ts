import { Limiter } from "../async/limiter.ts";
import type { Engine } from "../call/engine.ts";
import { checkApiKey, readDefaultApiKey } from "../config/api-key.ts";
import { checkBaseUrl, readDefaultBaseUrl } from "../config/base-url.ts";
import type { NectarClientOptions } from "../config/options.ts";
import type { ApiDefinition } from "../contract.ts";
import { NectarConfigError } from "../errors/nectar-config-error.ts";
import { requireHeaders } from "../request/merge-headers.ts";
import { SentKeys } from "../response/sent-keys.ts";
import { createTransport } from "../transport/create-transport.ts";

/**
 * Checks the options of a client and fills in the defaults.
 *
 * @param shared the engine of the original, for a copy of a client: both share one limit of requests
 * @throws {NectarConfigError} when an option is invalid
 */
export function createEngine(api: ApiDefinition<unknown>, options: NectarClientOptions, shared?: Engine): Engine {
  const { fetch = globalThis.fetch, headers, logger, hooks = {} } = options;
  // A copy does not read the environment again, which may have changed.
  const apiKey = options.apiKey ?? shared?.apiKey ?? readDefaultApiKey();
  const baseUrl =
    options.baseUrl === undefined
      ? (shared?.baseUrl ?? readDefaultBaseUrl(api.baseUrl))
      : checkBaseUrl(options.baseUrl, api.baseUrl);
  requireHeaders(headers, (problem) => new NectarConfigError(problem));
  const maxConcurrency = readNumber(1, "maxConcurrency", options.maxConcurrency, 10);
  return {
    api,
    apiKey: typeof apiKey === "function" ? apiKey : checkApiKey(apiKey),
    sent: { keys: new SentKeys() },
    baseUrl,
    origin: new URL("/", baseUrl).href,
    // As a method of another object, the runtime's `fetch` would lose its `this` and fail.
    fetch: (input, init) => fetch(input, init),
    transport: createTransport(baseUrl),
    middleware: [...(shared?.middleware ?? [])],
    headers,
    timeout: readNumber(1, "timeout", options.timeout, 60_000),
    deadline: readNumber(1, "deadline", options.deadline, Infinity),
    maxRetries: readNumber(0, "maxRetries", options.maxRetries, 2),
    maxResponseBytes: readNumber(1, "maxResponseBytes", options.maxResponseBytes, 64 * 1024 * 1024),
    limiter: shared?.limiter.limit === maxConcurrency ? shared.limiter : new Limiter(maxConcurrency),
    logger,
    hooks,
    deprecated: shared?.deprecated ?? new Set(),
  };
}

function readNumber(minimum: number, name: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (value >= minimum) return value;
  throw new NectarConfigError(`\`${name}\` must be a number of at least ${minimum}, not ${value}`);
}
