import type { Completeness } from "../contract.ts";
import type { ListPage } from "./read-page.ts";
import { type WalkPlan, walkPages } from "./walk-pages.ts";

/** How often to walk a list, and when to stop. */
export interface WalksPlan extends WalkPlan {
  readonly maxWalks: number;
  /** Walks until a clean walk finds nothing new, instead of just until a clean walk. */
  readonly isVerifying: boolean;
  /** Whether the first walk skips earlier pages. */
  readonly isPartial: boolean;
}

/** Yields the pages of one walk after another, and reports at the end how complete they were. */
export async function* readWalks(
  plan: WalksPlan,
  onEnd: (completeness: Completeness) => void,
): AsyncGenerator<ListPage, void, undefined> {
  const { seen, maxWalks, isVerifying, isPartial } = plan;
  let reason: Completeness["reason"] | undefined;
  let walks = 0;
  let walk = { total: 0, isClean: true };
  try {
    while (reason === undefined) {
      walks += 1;
      // Sequential requests give the most consistent view of a list that moves.
      const present = walk.isClean ? plan : { ...plan, concurrency: 1 };
      walk = { total: 0, isClean: true };
      const known = seen.size;
      if (walks > 1) seen.beginWalk();
      yield* walkPages(present, walk);
      const isDone = walk.isClean && (!isVerifying || seen.size === known);
      if (!seen.hasIds) reason = "no-ids";
      else if (isDone) reason = isVerifying ? "verified" : "clean";
      else if (walks >= maxWalks) reason = isVerifying ? "bound" : "moved";
    }
    if (isPartial) reason = "resumed";
  } finally {
    const isComplete = reason === "clean" || reason === "verified";
    onEnd({ isComplete, walks, unique: seen.walked, total: walk.total, reason: reason ?? "stopped" });
  }
}
