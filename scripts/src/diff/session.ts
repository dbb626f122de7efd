import type { JsonObject } from "../shared/json.ts";
import { componentKey } from "./references.ts";

/** Two documents under comparison. */
export interface Session {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** Component keys such as `schemas/Meter`: the name before to the name after. */
  readonly renames: ReadonlyMap<string, string>;
}

/** A session inside one subject (an operation, a component). */
export interface Scope extends Session {
  /** Pairs of different references that were compared in this subject: each is looked into once, so that recursion ends. */
  readonly visited: Set<string>;
  readonly depth: number;
}

/** A new scope for a subject. */
export function openScope(session: Session): Scope {
  return { ...session, visited: new Set(), depth: 0 };
}

/** A reference of the document before, under the name that its component has after. */
export function translate(session: Session, reference: string): string {
  const key = componentKey(reference);
  const renamed = key === undefined ? undefined : session.renames.get(key);
  if (renamed === undefined) return reference;
  const [root, components, _kind, _name, ...rest] = reference.split("/");
  const [kind, ...name] = renamed.split("/");
  return [root, components, kind, escapeSegment(name.join("/")), ...rest].join("/");
}

function escapeSegment(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
