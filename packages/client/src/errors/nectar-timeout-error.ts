import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The `timeout` of the last attempt or the `deadline` of the whole operation passed. */
export class NectarTimeoutError<State = undefined> extends NectarError {
  declare readonly kind: "timeout";
  /** What goes on with the operation later, as plain JSON: the state of a job poller. */
  readonly state: State;

  constructor(message: string, state: State, context?: ErrorContext) {
    super("timeout", message, context);
    this.state = state;
  }

  override get name(): string {
    return "NectarTimeoutError";
  }
}
