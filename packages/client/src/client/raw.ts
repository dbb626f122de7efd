import { type BoundOperation, bindRawPath, type ResourceOperation } from "../call/bound-operation.ts";
import type { Engine } from "../call/engine.ts";
import { runCall } from "../call/run.ts";
import type { CallOptions } from "../contract.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { type HeadersInput, overrideHeaders, requireHeaders } from "../request/merge-headers.ts";
import type { ReadAs } from "../response/read-response.ts";
import type { Middleware } from "../transport/openapi-fetch.ts";
import type { Method, TransportInit } from "../transport/transport.ts";

/** Options of a raw call: those of openapi-fetch and those of every call. The path types them. */
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

/** Result of a raw call: `data` after success, `error` after a refusal. */
interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

const METHODS: readonly Method[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

const FORM = /^application\/x-www-form-urlencoded\b/i;

/** Finds the operation of a method and path template. */
export type FindOperation = (method: Method, path: string) => BoundOperation;

/** Creates a lookup of operations by method and path, which also binds paths that the API version does not define. */
export function createOperationFinder(engine: Engine, operations: readonly ResourceOperation[]): FindOperation {
  const byPath = new Map<string, BoundOperation>(
    operations.map((operation) => [`${operation.definition.method} ${operation.definition.path}`, operation]),
  );
  return (method, path) => byPath.get(`${method} ${path}`) ?? bindRawPath(engine, method, path);
}

/**
 * Creates the raw methods: openapi-fetch's client under the rules of this one, with refusals as values.
 *
 * The API version types them.
 */
export function createRaw(engine: Engine, findOperation: FindOperation): object {
  const { middleware } = engine;
  const call = (method: Method, path: string, init?: RawInit): Promise<RawResult> =>
    callRaw(engine, findOperation(method, path), init);
  return {
    ...Object.fromEntries(
      METHODS.map((method) => [method, (path: string, init?: RawInit) => call(method, path, init)]),
    ),
    request: async (name: string, path: string, init?: RawInit) => {
      const method = METHODS.find((one) => one === name.toUpperCase());
      if (method === undefined) throw new TypeError(`invalid HTTP method: ${name}`);
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

/** Skips empty arguments, as openapi-fetch does, and rejects those that are not middleware. */
function requireMiddleware(all: readonly Middleware[]): Middleware[] {
  return all.filter((one) => {
    if (!one || ["onRequest", "onResponse", "onError"].some((name) => name in Object(one))) return one;
    throw new NectarValidationError("middleware must be an object with `onRequest`, `onResponse` or `onError`");
  });
}

async function callRaw(engine: Engine, operation: BoundOperation, init: RawInit = {}): Promise<RawResult> {
  const { signal, deadline, timeout, maxRetries, maxResponseBytes, parseAs = "json", fetch, ...rest } = init;
  const { serializers } = operation;
  for (const headers of [init.headers, init.params?.header]) {
    requireHeaders(headers, (problem) => new NectarValidationError(problem, operation));
  }
  const { data, response, refusal } = await runCall({
    // The `fetch` of a single call is openapi-fetch's own option, which takes only a Request.
    engine: fetch ? { ...engine, fetch: (input, options) => fetch(new Request(input, options)) } : engine,
    operation,
    init: {
      ...serializers,
      bodySerializer: (body, headers) => {
        const isForm = FORM.test(headers?.get("content-type") ?? "") && !(body instanceof FormData);
        return isForm ? String(new URLSearchParams(Object(body))) : serializers.bodySerializer(body);
      },
      ...rest,
      params: { ...init.params, path: init.params?.path ?? {}, query: init.params?.query ?? {} },
      headers: overrideHeaders(operation.headers, init.headers),
      middleware: [...engine.middleware, ...requireMiddleware(init.middleware ?? [])],
      pathSerializer: (template, values) => {
        // A caller's serializer does not bypass the check.
        const filled = serializers.pathSerializer(template, values);
        return init.pathSerializer?.(template, values) ?? filled;
      },
    },
    readAs: parseAs === "json" ? "json-or-nothing" : parseAs,
    options: { signal, deadline, timeout, maxRetries, maxResponseBytes },
  });
  return refusal ? { error: refusal.body, response } : { data, response };
}
