import { setTimeout as sleep } from "node:timers/promises";
import { type LimitOptions, limitScenario } from "./limit-scenario.ts";
import type { Scenario, ScenarioApi } from "./scenario.ts";

// The longest that a timer of Node can wait.
const MAX_DELAY = 2 ** 31 - 1;

/** Lets every request wait before it goes on; without an end by default. The wait ends with the caller and with the mock. */
export function createSlow<V extends string>(api: ScenarioApi<V>, ms: number, options: LimitOptions = {}): Scenario<V> {
  const { times = Number.POSITIVE_INFINITY, operation } = options;
  if (!Number.isFinite(ms) || ms < 0 || ms > MAX_DELAY)
    throw new RangeError(`slow: ${ms} ms: it has to be a number from 0 to ${MAX_DELAY}`);
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
