import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addAbortListener } from "./add-abort-listener.ts";

test("every remaining callback runs once, in order, with at most one listener on the signal", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat())), (steps) => {
      const controller = new AbortController();
      const ran: number[] = [];
      const left = new Map<number, () => void>();
      steps.forEach(([isAdded, place], index) => {
        const [number, remove] = [...left][place % Math.max(1, left.size)] ?? [];
        if (isAdded || number === undefined)
          left.set(
            index,
            addAbortListener(controller.signal, () => ran.push(index)),
          );
        else {
          remove?.();
          left.delete(number);
        }
        expect(getEventListeners(controller.signal, "abort")).toHaveLength(left.size > 0 ? 1 : 0);
      });
      controller.abort();
      expect(ran).toEqual([...left.keys()]);
    }),
  );
});

test("removing a callback twice does not remove another callback's listener", () => {
  const controller = new AbortController();
  const remove = addAbortListener(controller.signal, () => {});
  remove();
  let count = 0;
  addAbortListener(controller.signal, () => {
    count += 1;
  });
  remove();
  controller.abort();
  expect(count).toBe(1);
});

test("a callback may remove itself and others while the signal aborts", () => {
  const controller = new AbortController();
  const ran: string[] = [];
  const removeFirst = addAbortListener(controller.signal, () => {
    ran.push("first");
    removeFirst();
    removeSecond();
  });
  const removeSecond = addAbortListener(controller.signal, () => ran.push("second"));
  controller.abort();
  expect(ran).toEqual(["first"]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});
