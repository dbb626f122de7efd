// Generated from specs by `pnpm codegen`. Do not edit.

/** A fact about two versions that no document shows. */
export interface BehaviourChange {
  readonly id: string;
  /** The last version without it. */
  readonly from: string;
  /** The first version with it. */
  readonly to: string;
  /** What changed, as a sentence. */
  readonly change: string;
  /** The resource methods that it concerns. */
  readonly operations: readonly string[];
  readonly fields: readonly string[];
  readonly evidence: "seen" | "inferred" | "assumed";
  /** Public pages that state it. */
  readonly source: readonly string[];
  /** The effect on a program that ignores it. */
  readonly wrong: string;
  /** How to find the places. */
  readonly look: string;
  /** Why it may not be so. */
  readonly doubt?: string;
  /** Code that ignores it, and code that respects it. */
  readonly before?: string;
  readonly after?: string;
}

/** A fact with the requests that it concerns. */
export interface LocatedBehaviourChange extends BehaviourChange {
  /** Method and path without the names of its parameters, in the version before and after: `GET /site/{}`. */
  readonly requests: readonly string[];
}
