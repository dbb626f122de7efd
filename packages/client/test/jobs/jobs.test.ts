import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isNectarError, type JobOutcome, NectarTimeoutError, type PollOptions } from "../../src/index.ts";
import { createJob, type Look, startJobServer } from "../support/job-server.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";

/** No test waits longer than this between two polls. */
const QUICK = { interval: 1, maxInterval: 2 };
/** A pause that outlasts every test. */
const LONG = { interval: 600_000, maxInterval: 600_000 };

test.each([
  ["COMPLETED", "completed"],
  ["FAILED", "failed"],
  ["TERMINATED", "terminated"],
])("a job with status %s is over: %s", async (status, outcome) => {
  const server = await startJobServer("PENDING", "PENDING", status);
  const result = await connect(server.url).jobs.wait("j1", QUICK);
  expect(result).toEqual({ status: outcome, job: createJob("j1", status) });
  expect(server.requests.map(({ url }) => url)).toEqual(["/job/j1", "/job/j1", "/job/j1"]);
});

test("the first poll comes before the first pause", async () => {
  const server = await startJobServer("COMPLETED");
  expect((await connect(server.url).jobs.wait("j1", LONG)).status).toBe("completed");
  expect(server.requests).toHaveLength(1);
});

test("an unknown status ends the wait after one poll", () =>
  fc.assert(
    fc.asyncProperty(
      fc
        .oneof(fc.string(), fc.constantFrom("pending", "Completed", "RUNNING", ""))
        .filter((status) => status !== "PENDING"),
      async (status) => {
        fc.pre(!["COMPLETED", "FAILED", "TERMINATED"].includes(status));
        let looks = 0;
        const nectar = connectTo(async () => {
          looks += 1;
          return Response.json(createJob("j", status));
        });
        expect(await nectar.jobs.wait("j", LONG)).toEqual({ status: "unknown", job: createJob("j", status) });
        expect(looks).toBe(1);
      },
    ),
  ));

test("a wait ends with the outcome of the job, one poll at a time, for any states and failing polls", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Look>("PENDING", 408, 429, 500, 502, 503, 504, "broken"), { maxLength: 12 }),
      fc.constantFrom("COMPLETED", "FAILED", "TERMINATED", "ARCHIVED"),
      async (looks, end) => {
        let seen = 0;
        let inFlight = 0;
        const nectar = connectTo(
          async () => {
            inFlight += 1;
            expect(inFlight).toBe(1);
            await new Promise((resolve) => setImmediate(resolve));
            inFlight -= 1;
            const look = looks[seen++] ?? end;
            if (look === "broken") throw new TypeError("fetch failed");
            return typeof look === "number"
              ? new Response(null, { status: look })
              : Response.json(createJob("j", look));
          },
          { maxRetries: 0 },
        );
        const states: string[] = [];
        const { job } = await nectar.jobs.wait("j", {
          ...QUICK,
          onProgress: ({ job: { status } }) => states.push(status),
        });
        expect(job.status).toBe(end);
        expect(seen).toBe(looks.length + 1);
        expect(states).toEqual([...looks.filter((look) => look === "PENDING"), end]);
      },
    ),
  ));

test("lost connections and server errors do not end a wait", async () => {
  const server = await startJobServer("broken", 503, 429, "PENDING", 500, 500, 500, "broken", "COMPLETED");
  const nectar = connect(server.url, { maxRetries: 0 });
  expect((await nectar.jobs.wait("j1", QUICK)).status).toBe("completed");
  expect(server.requests).toHaveLength(9);
});

test.each([400, 401, 403, 404])("a job that the API refuses with %d ends the wait with that error", async (status) => {
  const server = await startJobServer("PENDING", status);
  const error = await catchError(connect(server.url).jobs.wait("j1", QUICK));
  expect(error).toMatchObject({ kind: "api", status, operation: "jobs.retrieve" });
  expect(server.requests).toHaveLength(2);
});

test("a poll that exceeds the timeout of an attempt does not end a wait", async () => {
  const server = await startJobServer("silent", "silent", "COMPLETED");
  const nectar = connect(server.url, { timeout: 30, maxRetries: 0 });
  expect((await nectar.jobs.wait("j1", QUICK)).status).toBe("completed");
});

test("the deadline ends the pause between two polls, and the error resumes the wait", async () => {
  const server = await startJobServer("PENDING", "COMPLETED");
  const { jobs } = connect(server.url);
  const error = await catchError(jobs.wait("j1", { ...LONG, deadline: 200 }));
  if (!(error instanceof NectarTimeoutError)) throw error;
  expect(error.message).toBe("job j1: still PENDING after 200 ms");
  expect(error.state).toEqual({ version: 1, jobId: "j1" });
  expect((await jobs.poll(JSON.parse(JSON.stringify(error.state))).result()).status).toBe("completed");
});

test("the deadline ends a pending poll and its connection", async () => {
  const server = await startJobServer("silent");
  const error = await catchError(connect(server.url).jobs.wait("j1", { deadline: 200 }));
  expect(error).toMatchObject({ kind: "timeout", state: { version: 1, jobId: "j1" } });
  expect(String(error)).toContain("still unknown after 200 ms");
  await server.cancelled(1);
});

test("an abort ends the pause at once", async () => {
  const server = await startJobServer("PENDING");
  const abort = new AbortController();
  const wait = connect(server.url).jobs.wait("j1", {
    ...LONG,
    signal: abort.signal,
    onProgress: () => abort.abort("enough"),
  });
  expect(await catchError(wait)).toMatchObject({ kind: "abort", cause: "enough" });
  expect(getEventListeners(abort.signal, "abort")).toEqual([]);
});

test("an abort ends a pending poll and its connection", async () => {
  const server = await startJobServer("silent");
  const abort = new AbortController();
  const wait = connect(server.url).jobs.wait("j1", { ...LONG, signal: abort.signal });
  await server.looks(1);
  abort.abort("enough");
  expect(await catchError(wait)).toMatchObject({ kind: "abort", cause: "enough" });
  await server.cancelled(1);
  expect(getEventListeners(abort.signal, "abort")).toEqual([]);
});

test("waits leave no listener on a long-lived signal", async () => {
  const server = await startJobServer("PENDING", "COMPLETED");
  const { signal } = new AbortController();
  const { jobs } = connect(server.url);
  await Promise.all(Array.from({ length: 20 }, (_, index) => jobs.wait(`j${index}`, { ...QUICK, signal })));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("all consumers of a poller share one loop", async () => {
  const server = await startJobServer("PENDING", "PENDING", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  const states: string[][] = [[], []];
  const iterate = async (into: string[] | undefined) => {
    for await (const { status } of poller) into?.push(status);
  };
  const outcomes = await Promise.all([
    poller.result(),
    poller.result(),
    iterate(states[0]),
    iterate(states[1]),
    poller.result(),
  ]);
  expect(outcomes.filter((outcome) => outcome !== undefined).map(({ status }) => status)).toEqual(
    Array.from({ length: 3 }, () => "completed"),
  );
  expect(states).toEqual([
    ["PENDING", "PENDING", "COMPLETED"],
    ["PENDING", "PENDING", "COMPLETED"],
  ]);
  expect(server.requests).toHaveLength(3);
});

test("a finished job is not polled again, even for a later consumer", async () => {
  const server = await startJobServer("PENDING", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  const states: string[] = [];
  for await (const { status } of poller) states.push(status);
  expect((await poller.result()).status).toBe("completed");
  for await (const { status } of poller) states.push(status);
  expect(states).toEqual(["PENDING", "COMPLETED", "COMPLETED"]);
  expect(server.requests).toHaveLength(2);
});

test("a poller sends nothing before its first consumer", async () => {
  const server = await startJobServer("COMPLETED");
  const poller = connect(server.url).jobs.poll("j1");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.requests).toEqual([]);
  await poller.result();
  expect(server.requests).toHaveLength(1);
});

test("an error of the wait reaches every consumer, including iterations", async () => {
  const server = await startJobServer("PENDING", 404);
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  const states: string[] = [];
  const iterate = async () => {
    for await (const { status } of poller) states.push(status);
  };
  const errors = await Promise.all([catchError(poller.result()), catchError(iterate()), catchError(poller.result())]);
  expect(errors.map((error) => isNectarError(error) && error.kind)).toEqual(["api", "api", "api"]);
  expect(states).toEqual(["PENDING"]);
});

test("a slow consumer sees the latest state", async () => {
  const server = await startJobServer("PENDING", "PENDING", "PENDING", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  const states: string[] = [];
  for await (const { status } of poller) {
    states.push(status);
    await poller.result();
  }
  expect(states).toEqual(["PENDING", "COMPLETED"]);
});

test("leaving the iteration ends the wait if it was the last consumer", async () => {
  const server = await startJobServer("PENDING", "silent");
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  for await (const _ of poller) {
    await server.looks(2);
    break;
  }
  await server.cancelled(1);
  expect(server.requests).toHaveLength(2);
});

test("leaving the iteration over `wait` ends it if nothing awaits the promise", async () => {
  const server = await startJobServer("PENDING", "silent");
  for await (const _ of connect(server.url).jobs.wait("j1", QUICK)) {
    await server.looks(2);
    break;
  }
  await server.cancelled(1);
  expect(server.requests).toHaveLength(2);
});

test("leaving the iteration does not end a wait that is awaited", async () => {
  const server = await startJobServer("PENDING", "PENDING", "COMPLETED");
  const { jobs } = connect(server.url);
  const wait = jobs.wait("j1", QUICK);
  const outcome = wait.then(({ status }) => status);
  for await (const _ of wait) break;
  expect(await outcome).toBe("completed");
  expect(server.requests).toHaveLength(3);
});

test("the next consumer resumes a cancelled wait", async () => {
  const server = await startJobServer("PENDING", "silent", "PENDING", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", QUICK);
  for await (const _ of poller) {
    await server.looks(2);
    break;
  }
  // Start at once, while the first loop is still ending.
  const states: string[] = [];
  for await (const { status } of poller) states.push(status);
  expect(states).toEqual(["PENDING", "PENDING", "COMPLETED"]);
  expect((await poller.result()).status).toBe("completed");
  expect(server.requests).toHaveLength(4);
});

test("a wait behaves like a promise and starts on its own", async () => {
  const server = await startJobServer("silent", "PENDING", "COMPLETED");
  const { jobs } = connect(server.url);
  const wait = jobs.wait("j1", QUICK);
  await server.looks(1);
  server.breakSilence("PENDING");
  let isFinal = false;
  const statuses = await Promise.all([
    wait.then(({ status }: JobOutcome<unknown>) => status),
    wait.catch(() => undefined).then((outcome) => outcome?.status),
    wait.finally(() => {
      isFinal = true;
    }),
    Promise.race([wait, new Promise<never>(() => {})]),
  ]);
  expect(statuses).toEqual(["completed", "completed", await wait, await wait]);
  expect(isFinal).toBe(true);
  expect(server.requests).toHaveLength(3);
});

test("an iteration over `wait` throws its error once and leaves no unhandled rejection", async () => {
  const server = await startJobServer("PENDING", 404);
  const wait = connect(server.url).jobs.wait("j1", QUICK);
  const iterate = async () => {
    for await (const _ of wait);
  };
  expect(await catchError(iterate())).toMatchObject({ status: 404 });
  // An unhandled rejection would fail the run.
  await new Promise((resolve) => setImmediate(resolve));
  expect(await catchError(wait)).toMatchObject({ status: 404 });
});

test("a webhook ends the pause of a poller", async () => {
  const server = await startJobServer("PENDING", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", {
    ...LONG,
    // The pause begins after the poll that is reported here.
    onProgress: () => setImmediate(() => poller.notify({ type: "document.created.v2" })),
  });
  expect((await poller.result()).status).toBe("completed");
  expect(server.requests).toHaveLength(2);
});

test("a webhook during a poll causes another poll, since the response may be older", async () => {
  const server = await startJobServer("silent", "COMPLETED");
  const poller = connect(server.url).jobs.poll("j1", LONG);
  const outcome = poller.result();
  await server.looks(1);
  poller.notify();
  server.breakSilence("PENDING");
  expect((await outcome).status).toBe("completed");
  expect(server.requests).toHaveLength(2);
});

test("progress contains the job, the number of polls and the time", async () => {
  const server = await startJobServer("PENDING", "FAILED");
  const seen: [status: string, polls: number, isTime: boolean][] = [];
  await connect(server.url).jobs.wait("j1", {
    ...QUICK,
    onProgress: ({ job, polls, elapsed }) => seen.push([job.status, polls, elapsed >= 0]),
  });
  expect(seen).toEqual([
    ["PENDING", 1, true],
    ["FAILED", 2, true],
  ]);
});

test("the JSON of a poller is its state", () => {
  const { jobs } = connect("http://127.0.0.1:9");
  expect(JSON.parse(JSON.stringify({ poller: jobs.poll("j1") }))).toEqual({ poller: { version: 1, jobId: "j1" } });
});

test("a value that is not the state of a poller is rejected", () => {
  const { jobs } = connect("http://127.0.0.1:9");
  for (const state of ["null", "7", "{}", '{"version":2,"jobId":"j1"}', '{"version":1}', '{"version":1,"jobId":7}'])
    expect(() => jobs.poll(JSON.parse(state))).toThrow(/expected the id of a job or the state of a poller/);
});

test("durations that would poll without a pause or never are rejected before sending", () =>
  fc.assert(
    fc.property(
      fc.constantFrom<keyof PollOptions<unknown>>("interval", "maxInterval", "deadline"),
      fc.oneof(fc.constant(Number.NaN), fc.double({ max: 1, maxExcluded: true, noNaN: true })),
      (name, value) => {
        const { jobs } = connectTo(() => Promise.reject(new Error("nothing should be sent")));
        const message = `\`${name}\` must be a number of at least 1, not ${value}`;
        expect(() => jobs.wait("j", { [name]: value })).toThrow(message);
        expect(() => jobs.poll("j", { [name]: value })).toThrow(message);
        expect(() => jobs.submitMany("c", [], { [name]: value })).toThrow(message);
      },
    ),
  ));
