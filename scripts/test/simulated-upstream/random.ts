import { createHash } from "node:crypto";
import type { Random } from "./axis.ts";

/** Random numbers that follow from a seed and the name of what they are for. */
export function seededRandom(seed: string): Random {
  return (name) => createHash("sha256").update(`${seed}\n${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of several values. */
export function choose<T>(values: readonly [T, ...T[]], random: Random, name: string): T {
  return values[Math.floor(random(name) * values.length)] ?? values[0];
}
