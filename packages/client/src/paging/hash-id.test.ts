import fc from "fast-check";
import { expect, test } from "vitest";
import { hashId } from "./hash-id.ts";

const COUNT = 200_000;

/** Ids that are as alike as ids get. */
const FAMILIES: readonly [name: string, id: (index: number) => string][] = [
  ["numbers", (index) => String(index)],
  ["padded numbers", (index) => `doc_${String(index).padStart(12, "0")}`],
  ["UUIDs that differ at the end", (index) => `6f1c2a5e-0b7d-4c39-9a41-${index.toString(16).padStart(12, "0")}`],
  ["UUIDs that differ in front", (index) => `${index.toString(16).padStart(8, "0")}-0b7d-4c39-9a41-6f1c2a5e0b7d`],
  ["two letters each", (index) => Array.from(index.toString(2).padStart(20, "0"), (bit) => "aB"[Number(bit)]).join("")],
];

/** How many values are there already. */
function countRepeats(values: readonly number[]): number {
  return values.length - new Set(values).size;
}

test.each(FAMILIES)("each half, and 32 bits across both, repeat no more often than chance has it: %s", (_, id) => {
  const hashes = Array.from({ length: COUNT }, (__, index) => hashId(id(index)));
  // n² / 2³³ of n values of 32 bits repeat, here 4.7; more than 20 would come once in 10 million tries.
  for (const part of [
    hashes.map(({ high }) => high),
    hashes.map(({ low }) => low),
    hashes.map(({ high, low }) => ((high & 0xffff) << 16) | (low & 0xffff)),
    hashes.map(({ high, low }) => ((high >>> 16) << 16) | (low >>> 16)),
  ])
    expect(countRepeats(part)).toBeLessThanOrEqual(20);
});

test("halves are unsigned, the first is never 0, and the same id has the same hash", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (id) => {
      const { high, low } = hashId(id);
      expect(high).toBeGreaterThan(0);
      expect([high >>> 0, low >>> 0]).toEqual([high, low]);
      expect(hashId(id)).toEqual({ high, low });
    }),
  ));

test("a cursor that was stored is read by every later release: hashes stay what they are", () => {
  expect(hashId("")).toMatchInlineSnapshot(`
    {
      "high": 3573450044,
      "low": 1185425569,
    }
  `);
  expect(hashId("6f1c2a5e-0b7d-4c39-9a41-000000000001")).toMatchInlineSnapshot(`
    {
      "high": 388039034,
      "low": 679233656,
    }
  `);
});
