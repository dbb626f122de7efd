import { type Answer, isSuccess } from "../response/mock-response.ts";
import { findOperation, requireTimes } from "./check-options.ts";
import type { Exchange, For, Scenario } from "./scenario.ts";

/** Options of the scenarios that concern any operation. */
export interface LimitOptions<Operation extends string = string> {
  /** How many requests it deals with; `Infinity` for all of them. */
  readonly times?: number | undefined;
  /** The operations that it concerns; all of them where absent. */
  readonly operation?: Operation | readonly Operation[] | undefined;
}

/** A scenario for a number of requests to some operations, or to all. */
export interface Limited<Version extends string> extends For<Version> {
  readonly name: string;
  readonly times: number;
  readonly operation: string | readonly string[] | undefined;
  /** Whether a request that Prism refuses gets its answer, and does not count. */
  readonly checked?: boolean;
  readonly act: (exchange: Exchange, next: () => Promise<Answer>) => Answer | Promise<Answer>;
}

/** Throws where the number or an operation makes no sense. */
export function limited<Version extends string>(options: Limited<Version>): Scenario<Version> {
  const { name, version, document, operation, act } = options;
  const times = requireTimes(name, options.times);
  const ids = operation === undefined ? undefined : [operation].flat();
  if (ids?.length === 0)
    throw new RangeError(`${name}: operation is an empty list, which concerns nothing: leave it out`);
  for (const id of ids ?? []) findOperation(document, id);
  return {
    name,
    version,
    start: () => {
      const uses = new UseCounter(times);
      return {
        get done() {
          return uses.done;
        },
        get answered() {
          return uses.answered;
        },
        handle: async (exchange, next) => {
          const concerned = ids === undefined || ids.includes(exchange.operation.id);
          if (!concerned || uses.done) return next();
          const answer = options.checked === true ? await exchange.prism() : undefined;
          if (answer !== undefined && !isSuccess(answer)) return answer;
          return uses.take() ? act(exchange, next) : next();
        },
      };
    },
  };
}

/** Counts how often a scenario has acted, up to a limit. */
class UseCounter {
  answered = 0;
  readonly #times: number;

  constructor(times: number) {
    this.#times = times;
  }

  /** Whether it may act once more; counts that. */
  take(): boolean {
    if (this.done) return false;
    this.answered += 1;
    return true;
  }

  get done(): boolean {
    return this.answered >= this.#times;
  }
}
