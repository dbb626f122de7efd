import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createJob } from "../support/job-server.ts";
import { catchError, connectTo } from "../support/test-client.ts";

beforeEach(() => {
  vi.useFakeTimers();
  // Chance shortens no pause.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.useRealTimers();
});

/** A client that records the second of each poll of a job that never ends. */
function lookAtPendingJob() {
  const seconds: number[] = [];
  const nectar = connectTo(async () => {
    seconds.push(performance.now() / 1_000);
    return Response.json(createJob("j", "PENDING"));
  });
  return { nectar, seconds };
}

test("a wait polls at once, then after a second, slowing down to every fifteen, for half an hour", async () => {
  const { nectar, seconds } = lookAtPendingJob();
  const begun = performance.now() / 1_000;
  const error = catchError(nectar.jobs.wait("j"));
  await vi.advanceTimersByTimeAsync(1_799_000);
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await error).toMatchObject({ kind: "timeout", state: { version: 1, jobId: "j" } });
  const pauses = seconds.slice(1).map((second, index) => Math.round(second - (seconds[index] ?? 0)));
  expect(seconds[0]).toBe(begun);
  expect(pauses.slice(0, 9)).toEqual([1, 2, 2, 3, 5, 8, 11, 15, 15]);
  expect(new Set(pauses.slice(8))).toEqual(new Set([15]));
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing keeps running after the outcome, an abort, an error, or the last consumer", async () => {
  const { nectar, seconds } = lookAtPendingJob();
  const abort = new AbortController();
  const aborted = catchError(nectar.jobs.wait("a", { signal: abort.signal }));
  const left = (async () => {
    for await (const _ of nectar.jobs.wait("b")) break;
  })();
  await vi.advanceTimersByTimeAsync(3_000);
  abort.abort();
  await aborted;
  await left;
  expect(vi.getTimerCount()).toBe(0);
  const looks = seconds.length;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(seconds).toHaveLength(looks);

  await connectTo(async () => Response.json(createJob("c", "COMPLETED"))).jobs.wait("c");
  await catchError(connectTo(async () => new Response(null, { status: 404 })).jobs.wait("d"));
  expect(vi.getTimerCount()).toBe(0);
});

test("a deadline of `Infinity` never ends the wait", async () => {
  let status = "PENDING";
  const nectar = connectTo(async () => Response.json(createJob("j", status)));
  const wait = nectar.jobs.wait("j", {
    interval: 3_600_000,
    maxInterval: 3_600_000,
    deadline: Number.POSITIVE_INFINITY,
  });
  const outcome = wait.then((result) => result.status);
  await vi.advanceTimersByTimeAsync(40 * 24 * 3_600_000);
  status = "COMPLETED";
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await outcome).toBe("completed");
});
