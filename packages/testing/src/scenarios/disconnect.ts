import type { Answer } from "../response/mock-response.ts";
import { requireWhole } from "./check-options.ts";
import { type LimitOptions, limited } from "./limited.ts";
import type { For, Scenario } from "./scenario.ts";

export interface DisconnectOptions<Operation extends string = string> extends LimitOptions<Operation> {
  /** Breaks the connection after so many bytes of the answer's body, never after the whole; before any answer where absent. */
  readonly afterBytes?: number | undefined;
}

/** Breaks the connection, once by default. */
export function disconnect<V extends string>(api: For<V>, options: DisconnectOptions = {}): Scenario<V> {
  const { times = 1, operation, afterBytes } = options;
  if (afterBytes !== undefined) requireWhole("disconnect: afterBytes", afterBytes, 0);
  const name = "disconnect";
  const nothing: Answer = { status: 0, headers: {}, body: Buffer.alloc(0), by: name, cutAt: "head" };
  return limited({
    ...api,
    name,
    times,
    operation,
    act: async (_exchange, next) => {
      if (afterBytes === undefined) return nothing;
      const answer = await next();
      // An answer without a body is whole as soon as its head has arrived.
      if (answer.body.length === 0) return nothing;
      return { ...answer, by: name, cutAt: Math.min(afterBytes, answer.body.length - 1) };
    },
  });
}
