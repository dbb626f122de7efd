import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_HASHES } from "./cursor.ts";
import { SeenIds } from "./seen-ids.ts";

test("SeenIds behaves like a model of sets, over any number of walks", () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 900 }), { maxLength: 600 }), { maxLength: 5 }), (walks) => {
      const seen = new SeenIds([]);
      const all = new Set<number>();
      for (const ids of walks) {
        seen.beginWalk();
        const walk = new Set<number>();
        for (const id of ids) {
          expect(seen.hasFirst([{ id }])).toBe(walk.has(id));
          expect(seen.countNew([{ id }])).toBe(walk.has(id) ? 0 : 1);
          expect(seen.add({ id })).toBe(!all.has(id));
          walk.add(id);
          all.add(id);
        }
        expect([seen.size, seen.walked]).toEqual([all.size, walk.size]);
      }
    }),
  ));

test("ids new to the walk are counted once, and items without an id are not counted", () => {
  const seen = new SeenIds([]);
  seen.add({ id: "a" });
  expect(seen.countNew([{ id: "b" }, { id: "c" }, {}])).toBe(2);
  expect(seen.countNew([{ id: "b" }, { id: "a" }])).toBe(1);
  expect(seen.countNew([{ id: "b" }, { id: "b" }])).toBe(1);
  seen.beginWalk();
  expect(seen.countNew([{ id: "a" }, { id: "b" }])).toBe(2);
});

test("another iteration knows the latest ids but has not walked them", () => {
  const seen = new SeenIds([]);
  for (let id = 0; id < 3 * MAX_HASHES; id += 1) seen.add({ id });
  expect(seen.recent).toHaveLength(MAX_HASHES);
  const next = new SeenIds(seen.recent);
  expect(next.hasFirst([{ id: 3 * MAX_HASHES - 1 }])).toBe(true);
  expect(next.hasFirst([{ id: 0 }])).toBe(false);
  expect(next.add({ id: 2 * MAX_HASHES })).toBe(false);
  expect(next.add({ id: 0 })).toBe(true);
  expect(next.walked).toBe(2);
});
