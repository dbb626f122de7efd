import { failure } from "../response/mock-response.ts";
import { type LimitOptions, limited } from "./limited.ts";
import type { For, Scenario } from "./scenario.ts";

export interface FlakyOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /** 503 by default; from 400 to 599. */
  readonly status?: number | undefined;
}

/** Answers with an error, once by default. */
export function flaky<V extends string>(
  api: For<V>,
  { status = 503, times = 1, operation }: FlakyOptions = {},
): Scenario<V> {
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new RangeError(`flaky: status is ${status}: it has to be an error, 400 to 599; reply() answers with others`);
  return limited({
    ...api,
    name: "flaky",
    times,
    operation,
    act: (exchange) => failure("flaky", exchange.operation, status),
  });
}
