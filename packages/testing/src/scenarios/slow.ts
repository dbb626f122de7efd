import { setTimeout as sleep } from "node:timers/promises";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

// Longest delay of a Node timer.
const MAX_DELAY = 2 ** 31 - 1;

/** Creates a scenario that delays requests. The delay ends when the caller disconnects or the mock closes. */
export function createSlow<V extends string>(api: ScenarioApi<V>, ms: number, options: LimitOptions = {}): Scenario<V> {
  const { times = Number.POSITIVE_INFINITY, operation } = options;
  if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DELAY)
    throw new RangeError(`slow: ${ms} ms: expected a number from 0 to ${MAX_DELAY}`);
  return limitScenario({
    ...api,
    name: "slow",
    times,
    operation,
    act: async ({ signal }, next) => {
      await sleep(ms, undefined, { signal });
      return next();
    },
  });
}
