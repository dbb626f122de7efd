import { createErrorResponse } from "../response/mock-response.ts";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

export interface FlakyOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /**
   * Error status from 400 to 599.
   *
   * @default 503
   */
  readonly status?: number | undefined;
}

/** Creates a scenario that responds with an error. */
export function createFlaky<V extends string>(
  api: ScenarioApi<V>,
  { status = 503, times = 1, operation }: FlakyOptions = {},
): Scenario<V> {
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(
      `flaky: status is ${status}: expected an error status from 400 to 599; use reply() for other statuses`,
    );
  return limitScenario({
    ...api,
    name: "flaky",
    times,
    operation,
    act: (exchange) => createErrorResponse("flaky", exchange.operation, status),
  });
}
