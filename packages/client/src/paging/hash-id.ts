/** 64 bits of an id, as two unsigned halves. `high` is never 0. */
export interface IdHash {
  readonly high: number;
  readonly low: number;
}

/**
 * Hashes an id. Fast and evenly spread, and not made to withstand ids that are chosen to collide: the server makes them.
 */
export function hashId(id: string): IdHash {
  let high = 0x9e3779b9;
  let low = 0x243f6a88;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    high = rotate(Math.imul(high ^ code, 0x85ebca6b), 13);
    low = rotate(Math.imul(low ^ code, 0xc2b2ae35), 17);
  }
  // Three rounds of a Feistel network: each half ends up with the bits of both, and no two states become one.
  high ^= mix(low);
  low ^= mix(high);
  high ^= mix(low);
  return { high: high >>> 0 || 1, low: low >>> 0 };
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

/** The last step of MurmurHash3, which lets each bit change every other: https://github.com/aappleby/smhasher */
function mix(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
