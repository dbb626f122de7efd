/**
 * Hashes an id to a whole number from 1 to 2^53 - 1.
 *
 * The hash is fast and evenly distributed. It does not resist ids chosen to collide, since the server creates them.
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
  // Three rounds of a Feistel network: each half depends on both, and different states stay different.
  high ^= mixBits(low);
  low ^= mixBits(high);
  high ^= mixBits(low);
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}

/** Mixes 32 bits with the finalizer of MurmurHash3: https://github.com/aappleby/smhasher */
function mixBits(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
