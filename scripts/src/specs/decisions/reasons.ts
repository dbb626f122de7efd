import { asObject, isObject } from "@nectar-sdk/openapi/document";
import { parse, parseDocument } from "yaml";

/** File of the decisions below `specs`. */
export const DECISIONS_FILE = "decisions.yaml";

/** The section with a reason for each breaking change, by its id. */
export const BREAKING = "breaking";

const ID = /^[\da-f]{12}$/;
/** In characters. Put more into the changeset. */
const LONGEST_REASON = 1000;

/**
 * Reads why breaking changes are right, by their ids.
 *
 * @param text of `specs/decisions.yaml`; `undefined` if there is none
 * @throws {Error} naming an id of another form, or one without a reason
 */
export function parseReasons(text: string | undefined): ReadonlyMap<string, string> {
  const section = asObject(parse(text ?? "") ?? {}, DECISIONS_FILE)[BREAKING] ?? {};
  const reasons = Object.entries(asObject(section, `${DECISIONS_FILE}: ${BREAKING}`));
  return new Map(
    reasons.map(([id, reason]) => {
      const place = `specs/${DECISIONS_FILE}: ${BREAKING}: ${id}`;
      if (!ID.test(id)) throw new Error(`${place}: expected the id of a change, in quotes: 12 hex digits`);
      if (typeof reason !== "string" || reason.trim() === "" || reason.length > LONGEST_REASON) {
        throw new Error(`${place}: write the reason as text of at most ${LONGEST_REASON} characters`);
      }
      return [id, reason.trim()];
    }),
  );
}

/** Returns the reasons whose change is not among those of the next release. */
export function findUnmatched(reasons: ReadonlyMap<string, string>, ids: Iterable<string>): string[] {
  const known = new Set(ids);
  return [...reasons.keys()].filter((id) => !known.has(id));
}

/** Returns the text without its reasons, comments included; `undefined` if nothing else is left. */
export function removeReasons(text: string): string | undefined {
  const document = parseDocument(text);
  if (!document.has(BREAKING)) return text;
  document.delete(BREAKING);
  const rest: unknown = document.toJS();
  return isObject(rest) && Object.keys(rest).length > 0 ? document.toString({ lineWidth: 0 }) : undefined;
}
