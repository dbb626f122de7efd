import { isArray, isObject } from "./json.ts";

/** The most levels that a document may have. The deepest known document has 35, and readers recurse once per level. */
export const DEEPEST = 100;

/** Returns the message for a document that is deeper than {@link DEEPEST}, with the place. */
export function formatTooDeep(where: string): string {
  return `is nested more than ${DEEPEST} levels deep at ${where}; move the inner parts to components and refer to them`;
}

/** Returns the problem with the depth of a JSON string, which need not be valid; `undefined` if there is none. */
export function checkTextDepth(text: string): string | undefined {
  const index = findExcessDepth(text, DEEPEST);
  return index === undefined ? undefined : formatTooDeep(`character ${index + 1}`);
}

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), "\\".charCodeAt(0)];
const OPENING = new Set([..."[{"].map((bracket) => bracket.charCodeAt(0)));
const CLOSING = new Set([..."]}"].map((bracket) => bracket.charCodeAt(0)));

/** Finds the bracket of a JSON text that exceeds a depth. A parser needs seconds for megabytes of brackets. */
export function findExcessDepth(text: string, levels: number): number | undefined {
  let [depth, isInString] = [0, false];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) isInString = !isInString;
    else if (isInString) index += unit === BACKSLASH ? 1 : 0;
    else if (OPENING.has(unit)) depth += 1;
    else if (CLOSING.has(unit)) depth -= 1;
    if (depth > levels) return index;
  }
  return undefined;
}

/**
 * Returns why a parsed value is too large or too deep for a document; `undefined` if it is neither.
 * YAML aliases can make a value contain itself, or expand to far more than the file contains.
 *
 * @param most number of values and characters allowed once every alias is written out
 */
export function checkSize(root: unknown, most: number): string | undefined {
  const open: Level[] = [{ key: "#", value: root, children: listChildren(root) }];
  const ancestors = new Set<unknown>([root]);
  let size = 0;
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const child = level.children.next();
    if (child.done === true) {
      ancestors.delete(level.value);
      open.pop();
      continue;
    }
    const [key, value] = child.value;
    size += 1 + key.length + (typeof value === "string" ? value.length : 0);
    if (size > most) return `has more than ${most} characters once its aliases are expanded; use fewer aliases`;
    if (typeof value !== "object" || value === null) continue;
    if (ancestors.has(value))
      return `contains an alias at ${formatPointer(open, key)} that refers to itself; write it out`;
    if (open.length >= DEEPEST) return formatTooDeep(formatPointer(open, key));
    ancestors.add(value);
    open.push({ key, value, children: listChildren(value) });
  }
  return undefined;
}

interface Level {
  readonly key: string;
  readonly value: unknown;
  readonly children: Iterator<[key: string, value: unknown]>;
}

function* listChildren(value: unknown): Generator<[string, unknown]> {
  if (isArray(value)) for (const [index, item] of value.entries()) yield [String(index), item];
  else if (isObject(value)) for (const key of Object.keys(value)) yield [key, value[key]];
}

/** Returns the JSON pointer to a key, shortened in the middle when it is long. */
function formatPointer(open: readonly Level[], key: string): string {
  const keys = [...open.map((level) => level.key), key].map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return keys.length <= 12 ? keys.join("/") : [...keys.slice(0, 10), "…", ...keys.slice(-1)].join("/");
}
