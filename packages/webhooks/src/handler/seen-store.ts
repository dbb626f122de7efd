/**
 * What a store says of a message: nobody has it yet, and now it is the caller's; somebody is at it; it is done.
 * Without `running`, a message would be lost when its handler fails or dies after a second delivery was answered.
 */
export type Claim = "new" | "running" | "done";

/**
 * Remembers messages by their ids, so that each is handled once although it may be delivered several times. All methods may be
 * asynchronous. With Redis (7 or newer), `claim` is one command, `SET <id> running NX GET EX <lease>`: no value means `new`, any other
 * is the answer. `complete` is `SET <id> done EX <a few days>`, `release` is `DEL <id>`.
 */
export interface SeenStore {
  /** Takes a message if nobody has it. A claim has to end by itself after a while, since a process may die. */
  claim(messageId: string): Claim | Promise<Claim>;
  /** The message was handled. */
  complete(messageId: string): unknown;
  /** The handler failed: the next delivery is to be handled. */
  release(messageId: string): unknown;
}
