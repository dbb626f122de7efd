import { isMap, isSeq, parseDocument } from "yaml";

/** Gives actions of an overlay to the new paths of their operations, and leaves the rest of the text unchanged. */
export function carryTargets(text: string, moved: ReadonlyMap<string, string>): string {
  return text.replaceAll(/^( *(?:- )?(?:x-operation: |- ))([A-Z]+ \/\S*)$/gm, (line, start: string, key: string) => {
    const current = moved.get(key);
    return current === undefined ? line : start + current;
  });
}

/** Marks actions of an overlay with `x-optional: true`. */
export function makeOptional(text: string, indexes: readonly number[]): string {
  const actions = parseDocument(text, { merge: true }).get("actions");
  const offsets = indexes.flatMap((index) => {
    const action = isSeq(actions) ? actions.items[index] : undefined;
    return isMap(action) && !action.has("x-optional") && action.range ? [action.range[0]] : [];
  });
  // From the end, so that the earlier offsets stay right.
  return offsets
    .sort((a, b) => b - a)
    .reduce((current, offset) => {
      const column = offset - (current.lastIndexOf("\n", offset - 1) + 1);
      return `${current.slice(0, offset)}x-optional: true\n${" ".repeat(column)}${current.slice(offset)}`;
    }, text);
}
