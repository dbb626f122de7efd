/**
 * State of a message: `new` and now claimed by the caller, `running` in another handler, or `done`. Without `running`, a message would be lost
 * if its handler failed after a second delivery got a success.
 */
export type Claim = "new" | "running" | "done";

/**
 * Remembers messages by id, so that a message is handled once even if it is delivered several times. All methods may be asynchronous. With
 * Redis 7 or newer, `claim` is `SET <id> running NX GET EX <lease>`: no value means `new`, and any other value is the result. `complete`
 * is `SET <id> done EX <a few days>`, and `release` is `DEL <id>`.
 */
export interface SeenStore {
  /** Claims a message unless another handler has it. A claim must expire, because a process may die. */
  claim(messageId: string): Claim | Promise<Claim>;
  /** Marks the message as handled. */
  complete(messageId: string): unknown;
  /** Releases the message after a failure, so that the next delivery is handled. */
  release(messageId: string): unknown;
}
