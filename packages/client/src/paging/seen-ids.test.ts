import fc from "fast-check";
import { expect, test } from "vitest";
import { KEPT } from "./cursor.ts";
import { SeenIds } from "./seen-ids.ts";

test("it knows what sets know, over any number of walks", () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 900 }), { maxLength: 600 }), { maxLength: 5 }), (walks) => {
      const seen = new SeenIds([]);
      const all = new Set<number>();
      for (const ids of walks) {
        seen.beginWalk();
        const walk = new Set<number>();
        for (const id of ids) {
          expect(seen.hasFirst([{ id }])).toBe(walk.has(id));
          expect(seen.hasNew([{ id }])).toBe(!walk.has(id));
          expect(seen.add({ id })).toBe(!all.has(id));
          walk.add(id);
          all.add(id);
        }
        expect([seen.size, seen.walked]).toEqual([all.size, walk.size]);
      }
    }),
  ));

test("a page repeats ids that the walk has seen, and those that it has twice", () => {
  const seen = new SeenIds([]);
  seen.add({ id: "a" });
  expect(seen.hasRepeats([{ id: "b" }, { id: "c" }, {}])).toBe(false);
  expect(seen.hasRepeats([{ id: "b" }, { id: "a" }])).toBe(true);
  expect(seen.hasRepeats([{ id: "b" }, { id: "b" }])).toBe(true);
  seen.beginWalk();
  expect(seen.hasRepeats([{ id: "a" }, { id: "b" }])).toBe(false);
});

test("the latest ids go on to another iteration, which knows them and has not seen them", () => {
  const seen = new SeenIds([]);
  for (let id = 0; id < 3 * KEPT; id += 1) seen.add({ id });
  expect(seen.recent).toHaveLength(KEPT);
  const next = new SeenIds(seen.recent);
  expect(next.hasFirst([{ id: 3 * KEPT - 1 }])).toBe(true);
  expect(next.hasFirst([{ id: 0 }])).toBe(false);
  expect(next.add({ id: 2 * KEPT })).toBe(false);
  expect(next.add({ id: 0 })).toBe(true);
  expect(next.walked).toBe(2);
});
