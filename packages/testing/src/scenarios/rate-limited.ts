import { createErrorResponse } from "../response/mock-response.ts";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

export interface RateLimitedOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /**
   * Value of `Retry-After`: seconds, a date, or the text of the header.
   *
   * @default no header, because Nectar documents none
   */
  readonly retryAfter?: number | Date | string | undefined;
}

/** Creates a scenario that responds with 429. */
export function createRateLimited<V extends string>(
  api: ScenarioApi<V>,
  options: RateLimitedOptions = {},
): Scenario<V> {
  const { times = 1, operation, retryAfter } = options;
  const headers = retryAfter === undefined ? {} : { "retry-after": formatRetryAfter(retryAfter) };
  const name = "rateLimited";
  return limitScenario({
    ...api,
    name,
    times,
    operation,
    act: (exchange) => createErrorResponse(name, exchange.operation, 429, headers),
  });
}

function formatRetryAfter(value: number | Date | string): string {
  if (typeof value === "string" && (/^\d+$/.test(value) || !Number.isNaN(Date.parse(value)))) return value;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toUTCString();
  throw new RangeError(`rateLimited: retryAfter is ${String(value)}: expected whole seconds from 0, or a date`);
}
