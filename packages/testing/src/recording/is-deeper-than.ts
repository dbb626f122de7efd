const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), "\\".charCodeAt(0)];
const OPENING = new Set([..."[{"].map((bracket) => bracket.charCodeAt(0)));
const CLOSING = new Set([..."]}"].map((bracket) => bracket.charCodeAt(0)));

/** Tells whether JSON is nested deeper without parsing it: a parser needs seconds for some megabytes of brackets. */
export function isDeeperThan(levels: number, text: string): boolean {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length && depth <= levels; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) inString = !inString;
    else if (inString) at += unit === BACKSLASH ? 1 : 0;
    else if (OPENING.has(unit)) depth += 1;
    else if (CLOSING.has(unit)) depth -= 1;
  }
  return depth > levels;
}
