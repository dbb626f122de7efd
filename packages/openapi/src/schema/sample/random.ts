/** A seeded stream of random numbers: the same on every machine and in every run. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from `min` to `max`, inclusive. */
  integer(min: number, max: number): number;
  /** One of the values. Throws when the list is empty. */
  pick<T>(values: readonly T[]): T;
}

/** Creates a stream from the parts of a seed: `createRandom(seed, operation, path)`. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join("\n"));
  // Mulberry32: short, and good enough for sample values.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    pick: (values) => {
      const index = integer(0, values.length - 1);
      for (const value of values.slice(index)) return value;
      throw new RangeError("no values to pick from");
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
