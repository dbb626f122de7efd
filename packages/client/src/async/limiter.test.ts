import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Limiter } from "./limiter.ts";

const never = new AbortController().signal;

/** Waits until all pending microtasks have run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a limiter", () => {
  test("a limiter admits as many tasks as its limit, then the others in order of arrival", async () => {
    const limiter = new Limiter(2);
    expect([limiter.tryEnter(), limiter.tryEnter(), limiter.tryEnter()]).toEqual([true, true, false]);
    const entered: string[] = [];
    for (const name of ["a", "b", "c"]) void limiter.enter(never).then(() => entered.push(name));
    await settle();
    expect(entered).toEqual([]);
    limiter.leave();
    limiter.leave();
    await settle();
    expect(entered).toEqual(["a", "b"]);
  });

  test("a limiter forgets an aborted task and rejects it with the reason", async () => {
    const limiter = new Limiter(1);
    limiter.tryEnter();
    const controller = new AbortController();
    const gone = limiter.enter(controller.signal);
    const reason = new Error("changed my mind");
    controller.abort(reason);
    await expect(gone).rejects.toBe(reason);
    limiter.leave();
    expect(limiter.tryEnter()).toBe(true);
  });

  test("a limiter never exceeds its limit and loses no place, in any order of entering, leaving and aborting", async () => {
    const step = fc.oneof(
      fc.constant({ do: "enter" as const }),
      fc.constant({ do: "leave" as const }),
      fc.record({ do: fc.constant("abort" as const), which: fc.nat() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 60 }), async (limit, steps) => {
        const limiter = new Limiter(limit);
        const waiting = new Set<AbortController>();
        let inside = 0;
        for (const what of steps) {
          if (what.do === "enter") {
            if (limiter.tryEnter()) inside += 1;
            else {
              const controller = new AbortController();
              waiting.add(controller);
              limiter.enter(controller.signal).then(
                () => {
                  inside += 1;
                  waiting.delete(controller);
                },
                () => waiting.delete(controller),
              );
            }
          } else if (what.do === "leave" && inside > 0) {
            inside -= 1;
            limiter.leave();
          } else if (what.do === "abort" && waiting.size > 0) [...waiting][what.which % waiting.size]?.abort();
          await settle();
          expect(inside).toBeLessThanOrEqual(limit);
          expect(waiting.size === 0 || inside === limit).toBe(true);
        }
        for (; inside > 0 || waiting.size > 0; inside -= 1) {
          limiter.leave();
          await settle();
        }
        expect(Array.from({ length: limit + 1 }, () => limiter.tryEnter())).toEqual([
          ...Array(limit).fill(true),
          false,
        ]);
      }),
    );
  });
});
