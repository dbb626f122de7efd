import fc from "fast-check";
import { expect, test } from "vitest";
import { hashId } from "./hash-id.ts";

const COUNT = 200_000;

/** Ids that differ as little as possible. */
const FAMILIES: readonly [name: string, id: (index: number) => string][] = [
  ["numbers", (index) => String(index)],
  ["padded numbers", (index) => `doc_${String(index).padStart(12, "0")}`],
  ["UUIDs that differ at the end", (index) => `6f1c2a5e-0b7d-4c39-9a41-${index.toString(16).padStart(12, "0")}`],
  ["UUIDs that differ in front", (index) => `${index.toString(16).padStart(8, "0")}-0b7d-4c39-9a41-6f1c2a5e0b7d`],
  ["two letters each", (index) => Array.from(index.toString(2).padStart(20, "0"), (bit) => "aB"[Number(bit)]).join("")],
];

/** Counts how many values are repeated. */
function countRepeats(values: readonly number[]): number {
  return values.length - new Set(values).size;
}

test.each(FAMILIES)("any 32 bits of a hash collide no more often than by chance: %s", (_, id) => {
  const hashes = Array.from({ length: COUNT }, (__, index) => hashId(id(index)));
  // About n² / 2³³ of n values of 32 bits collide, here 4.7; more than 20 would occur once in 10 million runs.
  for (const part of [
    hashes.map((hash) => hash % 2 ** 32),
    hashes.map((hash) => Math.floor(hash / 2 ** 21)),
    hashes.map((hash) => Math.floor(hash / 2 ** 37) * 2 ** 16 + (hash % 2 ** 16)),
  ])
    expect(countRepeats(part)).toBeLessThanOrEqual(20);
});

test("a hash is a whole number from 1 to 2^53 - 1, and equal for equal ids", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (id) => {
      const hash = hashId(id);
      expect(Number.isSafeInteger(hash)).toBe(true);
      expect(hash).toBeGreaterThan(0);
      expect(hashId(id)).toBe(hash);
    }),
  ));

test("hashes never change, so that later releases can read stored cursors", () => {
  expect(hashId("")).toMatchInlineSnapshot(`7494066281916577`);
  expect(hashId("6f1c2a5e-0b7d-4c39-9a41-000000000001")).toMatchInlineSnapshot(`813776722741368`);
});
