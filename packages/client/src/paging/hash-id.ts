/**
 * Hashes an id to a whole number from 1 below 2^53. Fast and evenly spread, and not made to withstand ids that are chosen to collide: the
 * server makes them.
 */
export function hashId(id: string): number {
  let high = 0x9e3779b9;
  let low = 0x243f6a88;
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high = (high << 13) | (high >>> 19);
    low = Math.imul(low ^ code, 0xc2b2ae35);
    low = (low << 17) | (low >>> 15);
  }
  // Three rounds of a Feistel network: each half ends up with the bits of both, and no two states become one.
  high ^= mix(low);
  low ^= mix(high);
  high ^= mix(low);
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}

/** The last step of MurmurHash3, which lets each bit change every other: https://github.com/aappleby/smhasher */
function mix(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
