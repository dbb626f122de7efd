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
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Remembers messages in this process: enough for one instance, while several need a store that they share. */
export function memorySeenStore(options: MemorySeenOptions = {}): SeenStore {
  const { size = 10_000, lease = 900_000, now = Date.now } = options;
  /** When the claim of a message ends; `undefined` once it is done. A map keeps the order in which it was written. */
  const claims = new Map<string, number | undefined>();
  const remember = (messageId: string, ends: number | undefined): void => {
    claims.delete(messageId);
    claims.set(messageId, ends);
    for (const oldest of claims.keys()) {
      if (claims.size <= size) break;
      claims.delete(oldest);
    }
  };
  return {
    claim(messageId): Claim {
      const ends = claims.get(messageId);
      if (claims.has(messageId) && ends === undefined) {
        remember(messageId, undefined);
        return "done";
      }
      if (ends !== undefined && ends > now()) return "running";
      remember(messageId, now() + lease);
      return "new";
    },
    complete: (messageId) => remember(messageId, undefined),
    release: (messageId) => claims.delete(messageId),
  };
}
