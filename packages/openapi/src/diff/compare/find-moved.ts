import type { Json } from "../../document/json.ts";
import { toCanonical } from "../change/canonical.ts";
import { createPlace } from "../change/place.ts";
import { affectsWire } from "../judge/judgements.ts";
import { compareSchemas } from "../schema/compare-schemas.ts";
import { collectReferences, listComponents, readComponentKind, toComponentKey } from "../walk/components.ts";
import { openScope, type Session, translate } from "../walk/session.ts";

/**
 * Finds the shared schemas that accept other values than before, themselves or through their references. Returns their keys, under the
 * new names.
 */
export function findMoved(session: Session): ReadonlySet<string> {
  const { renames } = session;
  const after = new Map([...listComponents(session.after.document)].filter(([key]) => isSchema(key)));
  const referrers = new Map<string, string[]>();
  const moved = new Set<string>();
  for (const [from, before] of listComponents(session.before.document)) {
    const key = renames.get(from) ?? from;
    const other = after.get(key);
    if (other === undefined) continue;
    if (isMoved(session, before, other)) moved.add(key);
    for (const target of listTargets(session, before, other)) {
      const known = referrers.get(target);
      if (known === undefined) referrers.set(target, [key]);
      else known.push(key);
    }
  }
  // Iterating over a set includes items added during the loop.
  for (const key of moved) for (const referrer of referrers.get(key) ?? []) moved.add(referrer);
  return moved;
}

const isSchema = (key: string) => readComponentKind(key) === "schemas";

function isMoved(session: Session, before: Json, after: Json): boolean {
  const rename = (reference: string) => translate(session.renames, reference);
  if (toCanonical(before, rename) === toCanonical(after)) return false;
  const place = createPlace(session.indexes, "schema", "", "both", []);
  return compareSchemas(openScope(session), place, before, after).some(({ kind }) => affectsWire(kind));
}

function listTargets({ renames }: Session, before: Json, after: Json): ReadonlySet<string> {
  const old = [...collectReferences(before)].map((reference) => translate(renames, reference));
  const targets = [...old, ...collectReferences(after)].map(toComponentKey);
  return new Set(targets.filter((key) => key !== undefined));
}
