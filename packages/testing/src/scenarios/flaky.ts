import { createErrorResponse } from "../response/mock-response.ts";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

export interface FlakyOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /** 503 by default; from 400 to 599. */
  readonly status?: number | undefined;
}

/** Answers with an error, once by default. */
export function createFlaky<V extends string>(
  api: ScenarioApi<V>,
  { status = 503, times = 1, operation }: FlakyOptions = {},
): Scenario<V> {
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(`flaky: status is ${status}: it has to be an error, 400 to 599; reply() answers with others`);
  return limitScenario({
    ...api,
    name: "flaky",
    times,
    operation,
    act: (exchange) => createErrorResponse("flaky", exchange.operation, status),
  });
}
