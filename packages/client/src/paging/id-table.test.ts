import fc from "fast-check";
import { expect, test } from "vitest";
import { hashId } from "./hash-id.ts";
import { IdTable } from "./id-table.ts";

test("it knows what sets know, over any number of walks", () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 900 }), { maxLength: 600 }), { maxLength: 5 }), (walks) => {
      const table = new IdTable();
      const all = new Set<number>();
      for (const ids of walks) {
        table.beginWalk();
        const walk = new Set<number>();
        for (const id of ids) {
          const hash = hashId(String(id));
          expect(table.isWalked(hash)).toBe(walk.has(id));
          expect(table.add(hash)).toBe(!all.has(id));
          walk.add(id);
          all.add(id);
        }
        expect([table.size, table.walked]).toEqual([all.size, walk.size]);
      }
    }),
  ));

test("hashes that belong in the same place are told apart, whatever their last bit", () => {
  const table = new IdTable();
  const hashes = [2, 4, 6, 0xffffffff].map((low) => ({ high: 7, low }));
  for (const hash of hashes) expect(table.add(hash)).toBe(true);
  for (const hash of hashes) expect(table.add(hash)).toBe(false);
  table.beginWalk();
  for (const hash of hashes) expect(table.isWalked(hash)).toBe(false);
  expect(table.size).toBe(4);
});
