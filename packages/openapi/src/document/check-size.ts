import { isArray, isObject } from "./json.ts";

/** The most levels that a document may have; the deepest that is known has 35. What reads documents calls itself for each. */
export const DEEPEST = 100;

/** What to say about a document that is deeper, with the place. */
export function tooDeep(where: string): string {
  return `is nested more than ${DEEPEST} levels deep at ${where}; move the inner parts to components and refer to them`;
}

/**
 * Why a text of JSON is nested too deeply, before anything parses it; `undefined` when it is not. It need not be valid.
 */
export function checkTextDepth(text: string): string | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > DEEPEST) return tooDeep(`character ${index + 1}`);
  }
  return undefined;
}

/**
 * Why a parsed value cannot be taken for a document; `undefined` when it can. Aliases of YAML make it lead back to itself, or stand for
 * far more than was read.
 *
 * @param most values and characters that it may have once every alias is written out
 */
export function checkSize(root: unknown, most: number): string | undefined {
  const open: Level[] = [{ key: "#", value: root, children: childrenOf(root) }];
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
    if (size > most)
      return `stands for more than ${most} characters once its aliases are written out; write out no alias so often`;
    if (typeof value !== "object" || value === null) continue;
    if (ancestors.has(value))
      return `holds an alias at ${pointerOf(open, key)} that leads back to itself; write it out`;
    if (open.length >= DEEPEST) return tooDeep(pointerOf(open, key));
    ancestors.add(value);
    open.push({ key, value, children: childrenOf(value) });
  }
  return undefined;
}

interface Level {
  readonly key: string;
  readonly value: unknown;
  readonly children: Iterator<[key: string, value: unknown]>;
}

function* childrenOf(value: unknown): Generator<[string, unknown]> {
  if (isArray(value)) for (const [index, item] of value.entries()) yield [String(index), item];
  else if (isObject(value)) for (const key of Object.keys(value)) yield [key, value[key]];
}

/** The JSON pointer to a key, its middle left out where it is long. */
function pointerOf(open: readonly Level[], key: string): string {
  const keys = [...open.map((level) => level.key), key].map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1"));
  return keys.length <= 12 ? keys.join("/") : [...keys.slice(0, 10), "…", ...keys.slice(-1)].join("/");
}
