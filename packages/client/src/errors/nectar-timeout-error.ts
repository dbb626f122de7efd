import { type ErrorContext, NectarError } from "./nectar-error.ts";

/** The time limit that a call exceeded. */
export interface TimeLimit {
  /** `timeout` limits one attempt, `deadline` the whole call. */
  readonly option: "timeout" | "deadline";
  readonly milliseconds: number;
}

/** Details of a timeout. */
export interface TimeoutDetails<State> {
  /** The missing result, such as `no response`. */
  readonly pending: string;
  /** Milliseconds after which the client gave up. */
  readonly milliseconds: number;
  /** Which option of a call set the limit. */
  readonly option?: TimeLimit["option"];
  readonly state: State;
}

/** The `timeout` of the last attempt or the `deadline` of the whole operation passed. */
export class NectarTimeoutError<State = undefined> extends NectarError {
  override readonly kind = "timeout";
  /** Resumes the operation later: the state of a job poller, as plain JSON. */
  readonly state: State;
  /** The limit that passed; `undefined` if it was not that of a call. */
  readonly limit: TimeLimit | undefined;

  constructor({ pending, milliseconds, option, state }: TimeoutDetails<State>, context?: ErrorContext) {
    const limit = option && `, the \`${option}\` of ${option === "timeout" ? "an attempt" : "the call"}`;
    super(`${pending} after ${Math.round(milliseconds)} ms${limit ?? ""}`, context);
    this.state = state;
    this.limit = option && { option, milliseconds };
  }

  override get name(): string {
    return "NectarTimeoutError";
  }
}
