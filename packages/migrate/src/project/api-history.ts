import type { LocatedBehaviourChange } from "../generated/behaviour-change.ts";
import { behaviourChanges } from "../generated/behaviour-changes.ts";
import { listVersions } from "./api-package.ts";

/** The versions of an API, and the differences between them that no document shows. */
export interface ApiHistory {
  /** Oldest first. Each is a package that this command, or a project, depends on. */
  readonly versions: readonly string[];
  readonly behaviour: readonly LocatedBehaviourChange[];
}

/** Reads the history of Nectar's API. */
export function readHistory(): ApiHistory {
  return { versions: listVersions(), behaviour: behaviourChanges };
}
