import type { ApiOperation } from "./read-api.ts";
import type { ApiContent, ApiResponse } from "./read-messages.ts";

/** An operation, as far as its responses. */
export type Responses = Pick<ApiOperation, "responses">;

/** A documented response with its status: `200`, `4XX` or `default`. */
export type ResponseEntry = readonly [status: string, response: ApiResponse];

/** Returns the responses of success; a lone `default` counts, since an operation needs one. */
export function selectSuccesses({ responses }: Responses): ResponseEntry[] {
  const entries = [...responses];
  const successes = entries.filter(([status]) => status.startsWith("2"));
  return successes.length === 0 && entries.every(([status]) => status === "default") ? entries : successes;
}

/** Returns the responses of failure. A redirect is neither success nor failure: clients do not follow it. */
export function selectFailures(operation: Responses): ResponseEntry[] {
  const successes = new Set(selectSuccesses(operation).map(([status]) => status));
  return [...operation.responses].filter(([status]) => !successes.has(status) && /^([45]|default$)/.test(status));
}

/** Returns what an operation documents for a status: the status itself, its class (`4XX`), or `default`. */
export function findResponse({ responses }: Responses, status: number): ApiResponse | undefined {
  return responses.get(`${status}`) ?? responses.get(`${Math.floor(status / 100)}XX`) ?? responses.get("default");
}

/** Returns the first 2XX response that an operation documents, with its status. */
export function findSuccess({ responses }: Responses): readonly [status: number, response: ApiResponse] | undefined {
  const [first] = [...responses].filter(([status]) => status.startsWith("2"));
  return first === undefined ? undefined : [Number(first[0]), first[1]];
}

/** Returns the JSON body of the first 2XX response that an operation documents. */
export function findSuccessContent(operation: Responses): ApiContent | undefined {
  return findSuccess(operation)?.[1].content.get("application/json");
}
