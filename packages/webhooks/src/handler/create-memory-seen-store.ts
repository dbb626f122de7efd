import type { Claim, SeenStore } from "./seen-store.ts";

/** Options of {@link createMemorySeenStore}. */
export interface MemorySeenOptions {
  /**
   * Number of messages to remember. The least recently delivered one is dropped first.
   *
   * @default 10000
   */
  readonly size?: number | undefined;
  /**
   * Milliseconds after which another delivery may claim a message that is still being handled.
   *
   * @default 900000 (15 minutes)
   */
  readonly lease?: number | undefined;
}

/** Expiry of a handled message: later than any date. */
const DONE = 9e15;

/** Creates a store in the memory of this process. Several instances need a shared store instead. */
export function createMemorySeenStore(options: MemorySeenOptions = {}): SeenStore {
  const { size = 10_000, lease = 900_000 } = options;
  /** Expiry of each claim; `DONE` once the message is handled. A map iterates in insertion order. */
  const claims = new Map<string, number>();
  const put = (messageId: string, ends: number): void => {
    claims.delete(messageId);
    claims.set(messageId, ends);
    const [oldest = ""] = claims.keys();
    if (claims.size > size) claims.delete(oldest);
  };
  return {
    claim(messageId): Claim {
      const known = claims.get(messageId) ?? 0;
      const isTaken = known > Date.now();
      const ends = isTaken ? known : Date.now() + lease;
      put(messageId, ends);
      if (ends === DONE) return "done";
      return isTaken ? "running" : "new";
    },
    complete: (messageId) => put(messageId, DONE),
    release: (messageId) => claims.delete(messageId),
  };
}
