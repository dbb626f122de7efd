import type { Claim, SeenStore } from "./seen-store.ts";

/** How much and how long a {@link memorySeenStore} remembers. */
export interface MemorySeenOptions {
  /**
   * Messages that are remembered; the one that was not heard of for the longest is forgotten first.
   *
   * @default 10000
   */
  readonly size?: number | undefined;
  /**
   * Milliseconds after which a message that is still being handled may be handled once more.
   *
   * @default 900000 (15 minutes)
   */
  readonly lease?: number | undefined;
}

/** The end of a claim that never ends: later than any date. */
const DONE = 9e15;

/** Remembers messages in this process: enough for one instance, while several need a store that they share. */
export function memorySeenStore(options: MemorySeenOptions = {}): SeenStore {
  const { size = 10_000, lease = 900_000 } = options;
  /** When the claim of a message ends; `DONE` once it is handled. A map keeps the order in which it was written. */
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
