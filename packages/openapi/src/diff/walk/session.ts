import type { JsonObject } from "../../document/json.ts";
import { pointerKeys, pointerTo } from "../../document/pointer.ts";
import { kindOf, nameOfComponent } from "./components.ts";
import { componentKey } from "./references.ts";
import type { Usage } from "./usage.ts";

/** Names of components such as `schemas/Meter`: the name before to the name after. */
export type Renames = ReadonlyMap<string, string>;

/** Two documents under comparison. */
export interface Session {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly renames: Renames;
  /** Who uses which component, under its name after. */
  readonly usage: Usage;
}

/** A session inside one subject (an operation, a component). */
export interface Scope extends Session {
  /** Pairs of different references that were compared in this subject: each is looked into once, so that recursion ends. */
  readonly visited: Set<string>;
}

/** A new scope for a subject. */
export function openScope(session: Session): Scope {
  return { ...session, visited: new Set() };
}

/** A reference of the document before, under the name that its component has after. */
export function translate(renames: Renames, reference: string): string {
  const renamed = renames.get(componentKey(reference) ?? "");
  if (renamed === undefined) return reference;
  const [, , , ...rest] = pointerKeys(reference) ?? [];
  return ["components", kindOf(renamed), nameOfComponent(renamed), ...rest].reduce(pointerTo, "#");
}
