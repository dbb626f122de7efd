import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { delay } from "./delay.ts";
import { ABORTED, TIMED_OUT, withDeadline } from "./with-deadline.ts";

const forever = (): Promise<never> => new Promise(() => {});

afterEach(() => {
  vi.useRealTimers();
});

describe("withDeadline", () => {
  test("work resolves or rejects as usual, and leaves no timer and no listener", async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    expect(await withDeadline(1_000, signal, async () => "done")).toBe("done");
    const error = new Error("broken");
    await expect(withDeadline(1_000, signal, () => Promise.reject(error))).rejects.toBe(error);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("work ends when the time is over, and its signal aborts", async () => {
    const { signal } = new AbortController();
    let inner: AbortSignal | undefined;
    const work = withDeadline(1, signal, (stop) => {
      inner = stop;
      return forever();
    });
    await expect(work).rejects.toBe(TIMED_OUT);
    expect(inner?.aborted).toBe(true);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("work ends when the outer signal aborts, and its own signal aborts", async () => {
    const controller = new AbortController();
    let inner: AbortSignal | undefined;
    const work = withDeadline(Number.POSITIVE_INFINITY, controller.signal, (stop) => {
      inner = stop;
      return forever();
    });
    controller.abort();
    await expect(work).rejects.toBe(ABORTED);
    expect(inner?.aborted).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("work does not begin if the signal has aborted or no time is left", async () => {
    const work = vi.fn(forever);
    await expect(withDeadline(1_000, AbortSignal.abort(), work)).rejects.toBe(ABORTED);
    await expect(withDeadline(0, undefined, work)).rejects.toBe(TIMED_OUT);
    await expect(withDeadline(-5, undefined, work)).rejects.toBe(TIMED_OUT);
    expect(work).not.toHaveBeenCalled();
  });

  test("a late result goes to the callback that returns it", async () => {
    const controller = new AbortController();
    let finish = (_value: string): void => {};
    const late = vi.fn();
    const work = withDeadline(
      Number.POSITIVE_INFINITY,
      controller.signal,
      () =>
        new Promise<string>((resolve) => {
          finish = resolve;
        }),
      late,
    );
    finish("a place");
    controller.abort();
    await expect(work).rejects.toBe(ABORTED);
    expect(late).toHaveBeenCalledExactlyOnceWith("a place");
  });

  test("a deadline may exceed the longest delay of a timer", async () => {
    vi.useFakeTimers();
    let isOver = false;
    const work = withDeadline(2 ** 40, undefined, forever).catch(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await work;
  });
});

describe("delay", () => {
  test("a delay lasts its time, even zero", async () => {
    vi.useFakeTimers();
    let isOver = false;
    const pause = delay(5_000, undefined).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
    await pause;
    await expect(delay(0, undefined)).resolves.toBeUndefined();
  });

  test("a delay ends at once when the signal aborts", async () => {
    const controller = new AbortController();
    const pause = delay(Number.POSITIVE_INFINITY, controller.signal);
    controller.abort();
    await expect(pause).rejects.toBe(ABORTED);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
