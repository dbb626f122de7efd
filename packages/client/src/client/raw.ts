import { type Operation, type Target, unknownTarget } from "../call/bound-operation.ts";
import type { Engine } from "../call/engine.ts";
import { runCall } from "../call/run.ts";
import type { CallOptions } from "../contract.ts";
import { NectarValidationError, refuseArgument } from "../errors/nectar-validation-error.ts";
import { type HeadersInput, overrideHeaders, requireHeaders } from "../request/merge-headers.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";
import type { Method, TransportInit } from "../transport/transport.ts";

/** What a raw call takes: openapi-fetch's options and those of every call. Its types are those of the path, and not here. */
export interface RawInit extends Omit<CallOptions, "headers"> {
  readonly params?: {
    readonly path?: Record<string, unknown>;
    readonly query?: Record<string, unknown>;
    readonly header?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly headers?: HeadersInput | undefined;
  readonly parseAs?: ReadAs;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly middleware?: readonly Middleware[];
  readonly pathSerializer?: TransportInit["pathSerializer"];
}

/** What a raw call gives: `data` of success, `error` of failure. */
interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

const METHODS: readonly Method[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

const FORM = /^application\/x-www-form-urlencoded\b/i;

/** Finds the operation of a method and a path template. */
export type FindTarget = (method: Method, path: string) => Target;

/** Looks operations up by method and path; what the API version does not know is called all the same. */
export function targetFinder(engine: Engine, operations: readonly Operation[]): FindTarget {
  const targets = new Map(
    operations.map(({ target }) => [`${target.definition.method} ${target.definition.path}`, target]),
  );
  return (method, path) => targets.get(`${method} ${path}`) ?? unknownTarget(engine, method, path);
}

/**
 * The raw surface: openapi-fetch's client, under the rules of this one, with values instead of exceptions for whatever the API answers. Typed
 * by the API version and not here.
 */
export function createRaw(engine: Engine, find: FindTarget): object {
  const { middleware } = engine;
  const call = (method: Method, path: string, init?: RawInit): Promise<RawResult> =>
    callRaw(engine, find(method, path), init);
  return {
    ...Object.fromEntries(
      METHODS.map((method) => [method, (path: string, init?: RawInit) => call(method, path, init)]),
    ),
    request: async (name: string, path: string, init?: RawInit) => {
      const method = METHODS.find((one) => one === name.toUpperCase());
      if (method === undefined) throw new TypeError(`${name.toUpperCase()} is no HTTP method`);
      return call(method, path, init);
    },
    use: (...more: Middleware[]) => {
      middleware.push(...requireMiddleware(more));
    },
    eject: (...gone: Middleware[]) => {
      middleware.splice(0, middleware.length, ...middleware.filter((one) => !gone.includes(one)));
    },
  };
}

/** The middleware among the arguments, without those that are nothing, as openapi-fetch has it. */
function requireMiddleware(all: readonly Middleware[]): Middleware[] {
  return all.filter((one) => {
    if (!one || ["onRequest", "onResponse", "onError"].some((name) => name in Object(one))) return one;
    throw new NectarValidationError("middleware must be an object with `onRequest`, `onResponse` or `onError`");
  });
}

async function callRaw(engine: Engine, target: Target, init: RawInit = {}): Promise<RawResult> {
  const { signal, deadline, timeout, maxRetries, maxResponseBytes, parseAs = "json", fetch, ...rest } = init;
  const { serializers } = target;
  for (const headers of [init.headers, init.params?.header]) {
    requireHeaders(headers, (problem) => refuseArgument(target, problem));
  }
  const { data, response, refusal } = await runCall({
    // One call's `fetch` is that of openapi-fetch, which takes a Request and nothing else.
    engine: fetch ? { ...engine, fetch: (input, options) => fetch(new Request(input, options)) } : engine,
    target,
    init: {
      ...serializers,
      bodySerializer: (body, headers) => {
        const isForm = FORM.test(headers?.get("content-type") ?? "") && !(body instanceof FormData);
        return isForm ? String(new URLSearchParams(Object(body))) : serializers.bodySerializer(body);
      },
      ...rest,
      params: { ...init.params, path: init.params?.path ?? {}, query: init.params?.query ?? {} },
      headers: overrideHeaders(target.headers, init.headers),
      middleware: [...engine.middleware, ...requireMiddleware(init.middleware ?? [])],
      pathSerializer: (template, values) => {
        // A serializer of the caller's own does not get past the check.
        const filled = serializers.pathSerializer(template, values);
        return init.pathSerializer?.(template, values) ?? filled;
      },
    },
    readAs: parseAs === "json" ? "json-or-nothing" : parseAs,
    options: { signal, deadline, timeout, maxRetries, maxResponseBytes },
  });
  return refusal ? { error: refusal.body, response } : { data, response };
}
