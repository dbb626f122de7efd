import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The limit that a call did not keep to. */
export interface TimeLimit {
  /** `timeout` is that of one attempt, `deadline` that of the whole call. */
  readonly option: "timeout" | "deadline";
  readonly milliseconds: number;
}

/** The `timeout` of the last attempt or the `deadline` of the whole operation passed. */
export class NectarTimeoutError<State = undefined> extends NectarError {
  override readonly kind = "timeout";
  /** What goes on with the operation later, as plain JSON: the state of a job poller. */
  readonly state: State;
  /** The limit that passed; `undefined` for one that is not that of a call. */
  readonly limit: TimeLimit | undefined;

  constructor(message: string, state: State, context?: ErrorContext, limit?: TimeLimit) {
    super(message, context);
    this.state = state;
    this.limit = limit;
  }

  override get name(): string {
    return "NectarTimeoutError";
  }
}
