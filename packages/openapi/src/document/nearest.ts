/** Finds the candidate that is closest to a misspelled name; `undefined` if no candidate is close. */
export function findNearest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const distance = measureDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Returns `: did you mean "x"?`, or an empty string when no candidate is close. */
export function suggest(name: string, candidates: Iterable<string>): string {
  const meant = findNearest(name, candidates);
  return meant === undefined ? "" : `: did you mean ${JSON.stringify(meant)}?`;
}

/** Levenshtein distance: the number of characters that differ. */
export function measureDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
