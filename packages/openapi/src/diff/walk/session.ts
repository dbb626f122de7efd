import { pointerKeys, pointerTo } from "../../document/pointer.ts";
import type { ApiDescription } from "../../document/read-api.ts";
import type { Indexes } from "../change/document-index.ts";
import { readComponentKind, readComponentName, toComponentKey } from "./components.ts";
import type { Usage } from "./usage.ts";

/** Names of components such as `schemas/Meter`, from the old name to the new name. */
export type Renames = ReadonlyMap<string, string>;

/** Two documents under comparison. */
export interface Session {
  readonly before: ApiDescription;
  readonly after: ApiDescription;
  readonly indexes: Indexes;
  readonly renames: Renames;
  /** The operations that use each component, under its new name. */
  readonly usage: Usage;
  /** The schemas that accept other values than before, themselves or through their references, under their new names. */
  readonly moved: ReadonlySet<string>;
}

/** A session inside one subject: an operation or a component. */
export interface Scope extends Session {
  /** Pairs of different references already compared in this subject. Each is compared once, so that recursion ends. */
  readonly visited: Set<string>;
}

/** Opens a new scope for a subject. */
export function openScope(session: Session): Scope {
  return { ...session, visited: new Set() };
}

/** Translates a reference of the old document to the new name of its component. */
export function translate(renames: Renames, reference: string): string {
  const renamed = renames.get(toComponentKey(reference) ?? "");
  if (renamed === undefined) return reference;
  const [, , , ...rest] = pointerKeys(reference) ?? [];
  return ["components", readComponentKind(renamed), readComponentName(renamed), ...rest].reduce(pointerTo, "#");
}
