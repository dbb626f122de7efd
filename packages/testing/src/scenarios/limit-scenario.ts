import { isSuccess, type MockResponse } from "../response/mock-response.ts";
import { findOperation, requireTimes } from "./check-options.ts";
import type { Scenario, ScenarioApi, ScenarioRequest } from "./scenario.ts";

/** Options of the scenarios for any operation. */
export interface LimitOptions<Operation extends string = string> {
  /**
   * Number of requests to handle; `Infinity` for all.
   *
   * @default 1, and `Infinity` for `slow`
   */
  readonly times?: number | undefined;
  /**
   * Names of the operations to handle.
   *
   * @default all operations
   */
  readonly operation?: Operation | readonly Operation[] | undefined;
}

/** A scenario that handles a number of requests to some or all operations. */
export interface LimitedScenario<Version extends string> extends ScenarioApi<Version> {
  readonly name: string;
  readonly times: number;
  readonly operation: string | readonly string[] | undefined;
  /** Whether a refused request gets Prism's response and does not count. */
  readonly checked?: boolean;
  readonly act: (exchange: ScenarioRequest, next: () => Promise<MockResponse>) => MockResponse | Promise<MockResponse>;
}

/** Creates a limited scenario. Throws when the number or an operation is invalid. */
export function limitScenario<Version extends string>(options: LimitedScenario<Version>): Scenario<Version> {
  const { name: scenario, version, document, operation, act } = options;
  const times = requireTimes(scenario, options.times);
  const names = operation === undefined ? undefined : [operation].flat();
  if (names?.length === 0)
    throw new RangeError(`${scenario}: operation is an empty list: leave it out to match every operation`);
  for (const name of names ?? []) findOperation(document, name);
  return {
    name: scenario,
    version,
    start: () => {
      const uses = new UseCounter(times);
      return {
        get done() {
          return uses.done;
        },
        get handled() {
          return uses.handled;
        },
        handle: async (exchange, next) => {
          const concerned = names === undefined || names.includes(exchange.operation.name);
          if (!concerned || uses.done) return next();
          const response = options.checked === true ? await exchange.prism() : undefined;
          if (response !== undefined && !isSuccess(response)) return response;
          return uses.take() ? act(exchange, next) : next();
        },
      };
    },
  };
}

/** Counts handled requests up to a limit. */
class UseCounter {
  handled = 0;
  readonly #times: number;

  constructor(times: number) {
    this.#times = times;
  }

  /** Counts one more request, and returns whether the limit allows it. */
  take(): boolean {
    if (this.done) return false;
    this.handled += 1;
    return true;
  }

  get done(): boolean {
    return this.handled >= this.#times;
  }
}
