import type { MockResponse } from "../response/mock-response.ts";
import { requireWhole } from "./check-options.ts";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

export interface DisconnectOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /**
   * Breaks the connection after this many bytes of the response body, but never after the whole body.
   *
   * @default before any response
   */
  readonly afterBytes?: number | undefined;
}

/** Creates a scenario that breaks the connection. */
export function createDisconnect<V extends string>(api: ScenarioApi<V>, options: DisconnectOptions = {}): Scenario<V> {
  const { times = 1, operation, afterBytes } = options;
  if (afterBytes !== undefined) requireWhole("disconnect: afterBytes", afterBytes, 0);
  const name = "disconnect";
  const nothing: MockResponse = { status: 0, headers: {}, body: Buffer.alloc(0), by: name, cutAt: "head" };
  return limitScenario({
    ...api,
    name,
    times,
    operation,
    act: async (_exchange, next) => {
      if (afterBytes === undefined) return nothing;
      const response = await next();
      // A response without a body is complete with its head.
      if (response.body.length === 0) return nothing;
      return { ...response, by: name, cutAt: Math.min(afterBytes, response.body.length - 1) };
    },
  });
}
