import fc from "fast-check";
import { expect, test } from "vitest";
import { RecentIds } from "./recent-ids.ts";

test("an id is new once", () => {
  const recent = new RecentIds();
  expect([recent.add("a"), recent.add("b"), recent.add("a")]).toEqual([true, true, false]);
});

test("ids of an earlier iteration are known from the beginning", () => {
  const recent = new RecentIds(["a", "b"]);
  expect([recent.add("a"), recent.add("c")]).toEqual([false, true]);
});

test("an id is recognised ten pages later, and forgotten after that", () => {
  const perPage = 3;
  const recent = new RecentIds();
  const page = (number: number) => {
    for (let index = 0; index < perPage; index += 1) recent.add(`${number}-${index}`);
    recent.endPage(perPage);
  };
  for (let number = 1; number <= 10; number += 1) page(number);
  expect(recent.add("1-0")).toBe(false);
  for (let number = 11; number <= 20; number += 1) page(number);
  expect(recent.add("9-2")).toBe(true);
});

test("an id that comes again counts as seen then", () => {
  const recent = new RecentIds();
  for (let number = 0; number < 50; number += 1) {
    expect(recent.add("again")).toBe(number === 0);
    recent.add(String(number));
    recent.endPage(2);
  }
});

test("however long the list, ten pages of ids are kept, the latest last", () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 300 }), { maxLength: 7 }), { maxLength: 60 }), (pages) => {
      const recent = new RecentIds();
      const latest: string[] = [];
      for (const page of pages) {
        for (const id of page.map(String)) {
          recent.add(id);
          if (latest.includes(id)) latest.splice(latest.indexOf(id), 1);
          latest.push(id);
        }
        recent.endPage(7);
        latest.splice(0, latest.length - 70);
        expect(recent.toArray()).toEqual(latest);
      }
    }),
  ));
