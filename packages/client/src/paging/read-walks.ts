import type { Completeness } from "../contract.ts";
import type { ListPage } from "./read-page.ts";
import { type WalkPlan, walkPages } from "./walk-pages.ts";

/** How often a list is walked, and until when. */
export interface WalksPlan extends WalkPlan {
  readonly maxWalks: number;
  /** Walks until a clean walk finds nothing new, and not just until a walk is clean. */
  readonly isVerifying: boolean;
  /** Whether there are pages before the first walk that this iteration knows nothing of. */
  readonly isPartial: boolean;
}

/** The pages of one walk after the other, and how complete they were in the end. */
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
      // Pages that are fetched one after the other show a list that moves as nearly at one moment as pages can.
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
