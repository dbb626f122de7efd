import type { ApiCall, ApiResult, ListOptions } from "../contract.ts";
import { addCallSite } from "../errors/add-call-site.ts";
import { NectarValidationError } from "../errors/nectar-validation-error.ts";
import { mergeHeaders, requireHeaders } from "../request/merge-headers.ts";
import type { BoundOperation } from "./bound-operation.ts";
import { createApiCall } from "./create-api-call.ts";
import type { Engine } from "./engine.ts";
import { runCall } from "./run.ts";

/** Arguments of a resource method: path parameters in path order, then the body, the query and the options. */
export interface MethodArguments {
  readonly path: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly query: Readonly<Record<string, unknown>>;
  readonly options: ListOptions;
}

/** Sorts the arguments of a resource method, each present only if the operation has it. */
export function readArguments({ pathNames, definition }: BoundOperation, args: readonly unknown[]): MethodArguments {
  const path: Record<string, unknown> = {};
  let next = 0;
  for (const name of pathNames) path[name] = args[next++];
  const body = definition.body === undefined ? undefined : args[next++];
  const query = definition.query === true ? args[next++] : undefined;
  const options = args[next];
  return { path, body, query: isObject(query) ? query : {}, options: isObject(options) ? options : {} };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Calls an operation. */
export function callOperation(engine: Engine, operation: BoundOperation, args: MethodArguments): ApiCall<unknown> {
  return createApiCall(sendOperation(engine, operation, args));
}

async function sendOperation(
  engine: Engine,
  operation: BoundOperation,
  { path, body, query, options }: MethodArguments,
): Promise<ApiResult<unknown>> {
  requireHeaders(options.headers, (problem) => new NectarValidationError(problem, operation));
  const headers = options.headers ? mergeHeaders(operation.headers, options.headers) : operation.headers;
  const { middleware } = engine;
  const init = { params: { path, query }, headers, body, middleware, ...operation.serializers };
  const { data, response, refusal } = await runCall({ engine, operation, init, readAs: operation.readAs, options });
  if (refusal) throw addCallSite(refusal);
  return { data, response };
}
