/** A stream of numbers that a seed decides: the same on every machine and run. */
export interface Random {
  /** A number from 0 to below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** One of the values. Throws when there is none. */
  pick<T>(values: readonly T[]): T;
}

/** Different parts give different streams, whatever their order of use: `createRandom(seed, operation, path)`. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join("\n"));
  // Mulberry32: four lines, good enough for values that only have to differ.
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
      throw new RangeError("there is nothing to pick from");
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
