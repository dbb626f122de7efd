/** Bytes of a block, and the offset of the message length in the last one (FIPS 180-4). */
const [BLOCK, LENGTH_AT] = [64, 56];

/** The first bits of the fractional part of a root of each prime. */
function readFraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function listPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

const ROUNDS = listPrimes(BLOCK).map((prime) => readFraction(Math.cbrt(prime)));

const START = listPrimes(8).map((prime) => readFraction(Math.sqrt(prime)));

/**
 * Returns the SHA-256 of a string in hex. Written out because browsers only have an asynchronous one, and a shorter hash would let the
 * author of a document hide a change behind the id of another one.
 */
export function hashText(text: string): string {
  const message = padMessage(new TextEncoder().encode(text));
  const state = Int32Array.from(START);
  for (let offset = 0; offset < message.byteLength; offset += BLOCK) addBlock(state, message, offset);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function padMessage(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1 + BLOCK - LENGTH_AT) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - (BLOCK - LENGTH_AT), BigInt(bytes.length) * 8n);
  return view;
}

function addBlock(state: Int32Array, message: DataView, offset: number): void {
  const words = expandBlock(message, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [index, constant] of ROUNDS.entries()) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + mix(e, 6, 11, 25) + choice + constant + (words[index] ?? 0)) | 0;
    const second = (mix(a, 2, 13, 22) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

function expandBlock(message: DataView, offset: number): Int32Array {
  const words = new Int32Array(ROUNDS.length);
  const at = (index: number) => words[index] ?? 0;
  for (let index = 0; index < ROUNDS.length; index += 1) {
    if (index < 16) words[index] = message.getInt32(offset + index * 4);
    else
      words[index] =
        spread(at(index - 2), 17, 19, 10) + at(index - 7) + spread(at(index - 15), 7, 18, 3) + at(index - 16);
  }
  return words;
}

function mix(word: number, first: number, second: number, third: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ rotate(word, third);
}

function spread(word: number, first: number, second: number, shift: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ (word >>> shift);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
