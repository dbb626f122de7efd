import { getEventListeners } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { BatchManifest, BatchOutcome, BatchProgress, UploadBatch, UploadSource } from "../../src/index.ts";
import { toUrl } from "../support/paging-model.ts";
import { catchError, connect, connectTo } from "../support/test-client.ts";
import { BatchModel, type Fate } from "../support/uploads/batch-model.ts";
import { createPdf, HEADS } from "../support/uploads/bills.ts";
import { startUploadServer } from "../support/uploads/upload-server.ts";

/** No test waits longer than this between two polls. */
const QUICK = { interval: 1, maxInterval: 2 };
const bill = (name: string): File => new File([HEADS.pdf], name);
const bills = (count: number): File[] => Array.from({ length: count }, (_, index) => bill(`${index}.pdf`));

/** Creates the jobs of a model of the API. */
function createJobs(model: BatchModel) {
  return connectTo(model.fetch, { maxRetries: 0 }).jobs;
}

type AnyBatch = Pick<UploadBatch<{ readonly id: string; readonly status: string }>, typeof Symbol.asyncIterator>;
type Outcome = BatchOutcome<{ readonly id: string; readonly status: string }>;

/** Collects all outcomes by the name of their file, and the error that ended the batch. */
async function collectOutcomes(batch: AnyBatch, limit = Number.POSITIVE_INFINITY) {
  const outcomes = new Map<string, Outcome>();
  try {
    for await (const outcome of batch) {
      // Files without a name are distinguished by their number.
      const name = outcome.key === "document" ? `document ${outcome.index}` : outcome.key;
      expect(outcomes.has(name)).toBe(false);
      if (outcomes.set(name, outcome).size >= limit) break;
    }
  } catch (error) {
    return { outcomes, error };
  }
  return { outcomes, error: undefined };
}

const stored = (manifest: BatchManifest): BatchManifest => JSON.parse(JSON.stringify(manifest));

const anyFate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ looks: fc.integer({ min: 1, max: 3 }), hops: fc.nat({ max: 4 }) }) },
  fc.record({ refusal: fc.constantFrom(400, 403, 404, 500), hops: fc.nat({ max: 4 }) }),
  fc.record({ status: fc.constantFrom("FAILED", "TERMINATED", "ARCHIVED"), hops: fc.nat({ max: 4 }) }),
);

/** The expected outcome of a file. */
function toExpectedOutcome({ refusal, status = "COMPLETED" }: Fate): string {
  if (refusal !== undefined) return refusal < 500 ? "rejected" : "uncertain";
  return { COMPLETED: "completed", FAILED: "failed", TERMINATED: "terminated" }[status] ?? "unknown";
}

test("three thousand files have three thousand outcomes, within the limits of uploads and files", async () => {
  const model = new BatchModel((name) => ({ hops: Number.parseInt(name, 10) % 3 }));
  let taken = 0;
  let mostAhead = 0;
  async function* files() {
    for (const file of bills(3_000)) {
      // A batch that requests a file has uploaded all earlier files except the running ones.
      mostAhead = Math.max(mostAhead, taken - model.uploaded);
      taken += 1;
      yield file;
    }
  }
  const batch = createJobs(model).submitMany("c", files(), { ...QUICK, concurrency: 6 });
  const { outcomes, error } = await collectOutcomes(batch);
  expect(error).toBeUndefined();
  expect(outcomes.size).toBe(3_000);
  expect([...outcomes.values()].every(({ status }) => status === "completed")).toBe(true);
  expect(model.mostUploading).toBe(6);
  expect(mostAhead).toBeLessThan(6);
  expect(new Set(model.uploads).size).toBe(3_000);
  expect(batch.manifest.files).toHaveLength(3_000);
});

test("each file has one outcome, and the counts agree, regardless of what happens to the files", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(anyFate, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 8 }),
      async (fates, concurrency, maxPending) => {
        const model = new BatchModel((name) => fates[Number.parseInt(name, 10)] ?? {});
        const progress: BatchProgress[] = [];
        const batch = createJobs(model).submitMany("c", bills(fates.length), {
          ...QUICK,
          concurrency,
          maxPending,
          onProgress: (state) => progress.push(state),
        });
        const { outcomes, error } = await collectOutcomes(batch);
        expect(error).toBeUndefined();
        expect(Object.fromEntries([...outcomes].map(([key, { status }]) => [key, status]))).toEqual(
          Object.fromEntries(fates.map((fate, index) => [`${index}.pdf`, toExpectedOutcome(fate)])),
        );
        for (const { key, status, jobId, job, error: cause } of outcomes.values()) {
          if (status === "rejected" || status === "uncertain")
            expect(cause).toMatchObject({ kind: "api", operation: "jobs.submit" });
          else expect([jobId, job?.id]).toEqual([`job of ${key}`, `job of ${key}`]);
        }
        expect(model.mostUploading).toBeLessThanOrEqual(Math.min(concurrency, maxPending));
        for (const { started, settled } of progress) expect(started - settled).toBeLessThanOrEqual(maxPending);
        expect(progress.map(({ settled }) => settled)).toEqual(fates.map((_, index) => index + 1));
        const completed = fates.filter((fate) => toExpectedOutcome(fate) === "completed").length;
        if (fates.length > 0)
          expect(progress.at(-1)).toEqual({ started: fates.length, settled: fates.length, completed });
        expect(batch.manifest.files.map(({ status }) => status).toSorted()).toEqual(
          fates.map(toExpectedOutcome).toSorted(),
        );
      },
    ),
  ));

test("a batch that stops anywhere resumes from its manifest: no job is repeated, and every file has an outcome", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(anyFate, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
      async (fates, concurrency, stops) => {
        const model = new BatchModel((name) => fates[Number.parseInt(name, 10)] ?? {});
        const jobs = createJobs(model);
        const run = (resumeFrom?: BatchManifest) =>
          jobs.submitMany("c", bills(fates.length), { ...QUICK, concurrency, ...(resumeFrom && { resumeFrom }) });
        let manifest: BatchManifest | undefined;
        for (const stop of stops) {
          const batch = run(manifest);
          await collectOutcomes(batch, stop + 1);
          manifest = stored(batch.manifest);
        }
        const known = new Set(manifest?.files.flatMap(({ key, jobId }) => (jobId === undefined ? [] : [key])));
        const ended = new Set(manifest?.files.flatMap(({ jobId, status }) => (status === "submitted" ? [] : [jobId])));
        const [uploads, looks] = [model.uploads.length, model.looks.length];
        const last = run(manifest);
        const { outcomes } = await collectOutcomes(last);
        expect(Object.fromEntries([...outcomes].map(([key, { status }]) => [key, status]))).toEqual(
          Object.fromEntries(fates.map((fate, index) => [`${index}.pdf`, toExpectedOutcome(fate)])),
        );
        expect(model.uploads.slice(uploads).filter((name) => known.has(name))).toEqual([]);
        expect(model.looks.slice(looks).filter((id) => ended.has(id))).toEqual([]);
        // Once everything has ended well, a further run sends nothing.
        if (fates.some((fate) => toExpectedOutcome(fate) === "rejected")) return;
        const before = model.uploads.length + model.looks.length;
        expect((await collectOutcomes(run(stored(last.manifest)))).outcomes.size).toBe(fates.length);
        expect(model.uploads.length + model.looks.length).toBe(before);
      },
    ),
  ));

test("a failed wait leaves the job in the manifest for a later run", async () => {
  let isThere = false;
  const model = new BatchModel();
  const { jobs } = connectTo(async (input, init) => {
    const response = await model.fetch(input, init);
    return isThere || toUrl(input).pathname.startsWith("/job/company/")
      ? response
      : new Response(null, { status: 404 });
  });
  const batch = jobs.submitMany("c", bills(1), QUICK);
  const { outcomes } = await collectOutcomes(batch);
  expect(outcomes.get("0.pdf")).toMatchObject({ status: "submitted", jobId: "job of 0.pdf", error: { status: 404 } });
  expect(batch.manifest.files).toMatchObject([{ key: "0.pdf", status: "submitted", jobId: "job of 0.pdf" }]);
  isThere = true;
  const again = await collectOutcomes(jobs.submitMany("c", bills(1), { ...QUICK, resumeFrom: stored(batch.manifest) }));
  expect(again.outcomes.get("0.pdf")?.status).toBe("completed");
  expect(model.uploads).toEqual(["0.pdf"]);
});

test("the deadline of a wait applies to each job", async () => {
  const model = new BatchModel((name) => ({ looks: name === "1.pdf" ? Number.POSITIVE_INFINITY : 1 }));
  const batch = createJobs(model).submitMany("c", bills(3), { ...QUICK, deadline: 100 });
  const { outcomes } = await collectOutcomes(batch);
  expect(outcomes.get("1.pdf")).toMatchObject({
    status: "submitted",
    error: { kind: "timeout" },
    jobId: "job of 1.pdf",
  });
  expect([outcomes.get("0.pdf")?.status, outcomes.get("2.pdf")?.status]).toEqual(["completed", "completed"]);
});

test("a file may have its own site and name", async () => {
  const model = new BatchModel();
  const files = [{ document: bill("a.pdf"), siteId: "s1", key: "March" }, { document: bill("b.pdf") }, bill("c.pdf")];
  const { outcomes } = await collectOutcomes(createJobs(model).submitMany("c", files, { ...QUICK, concurrency: 1 }));
  expect([...outcomes.keys()]).toEqual(["March", "b.pdf", "c.pdf"]);
  expect(model.siteIds).toEqual(["s1", undefined, undefined]);
});

test("files that cannot be uploaded are outcomes among the others", async () => {
  const model = new BatchModel();
  const odd: UploadSource[] = JSON.parse('[null, "bill.pdf", {}, 7]');
  const files = [bill("a.pdf"), new File(["text"], "b.txt"), { path: "/no/such/bill.pdf" }, ...odd, bill("c.pdf")];
  const { outcomes, error } = await collectOutcomes(createJobs(model).submitMany("c", files, QUICK));
  expect(error).toBeUndefined();
  expect(Object.fromEntries([...outcomes].map(([key, { status }]) => [key, status]))).toEqual({
    "a.pdf": "completed",
    "b.txt": "rejected",
    "/no/such/bill.pdf": "rejected",
    "document 3": "rejected",
    "document 4": "rejected",
    "document 5": "rejected",
    "document 6": "rejected",
    "c.pdf": "completed",
  });
  const errors = [...outcomes.values()].flatMap(({ error: cause }) => (cause === undefined ? [] : [cause]));
  expect(errors).toHaveLength(6);
  for (const cause of errors) expect(cause).toMatchObject({ kind: "validation" });
  expect(model.uploads.toSorted()).toEqual(["a.pdf", "c.pdf"]);
});

test("a batch sends nothing before it is iterated over, and nothing without files", async () => {
  const model = new BatchModel();
  const { jobs } = connectTo(model.fetch);
  const batch = jobs.submitMany("c", bills(2));
  await new Promise((resolve) => setImmediate(resolve));
  expect(model.uploads).toEqual([]);
  expect(batch.manifest).toEqual({ version: 1, companyId: "c", files: [] });
  expect((await collectOutcomes(jobs.submitMany("c", []))).outcomes.size).toBe(0);
});

function* throwing(): Generator<File> {
  yield* bills(3);
  throw new Error("the folder is gone");
}

async function* throwingLater(): AsyncGenerator<File> {
  yield* bills(3);
  throw new Error("the folder is gone");
}

test.each([
  ["at once", throwing],
  ["later", throwingLater],
])("a source that throws %s ends the batch after the outcomes of earlier files", async (_, source) => {
  const model = new BatchModel(() => ({ hops: 3, looks: 2 }));
  const { outcomes, error } = await collectOutcomes(
    createJobs(model).submitMany("c", source(), { ...QUICK, concurrency: 2 }),
  );
  expect([...outcomes.values()].map(({ status }) => status)).toEqual(["completed", "completed", "completed"]);
  expect(error).toMatchObject({ message: "the folder is gone" });
});

test.each([
  ["ends", () => bills(3)],
  [
    "cannot be iterated over",
    () => ({
      [Symbol.iterator]: (): Iterator<File> => {
        throw new Error("the folder is gone");
      },
    }),
  ],
])("a batch whose source %s leaves no listener on a long-lived signal", async (_, source) => {
  const { signal } = new AbortController();
  const model = new BatchModel(() => ({ hops: 0, looks: 0 }));

  await collectOutcomes(createJobs(model).submitMany("c", source(), { ...QUICK, signal }));

  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("leaving early stops running work and closes the source", async () => {
  const server = await startUploadServer();
  let isClosed = false;
  let taken = 0;
  function* files() {
    try {
      for (const file of bills(1_000)) {
        taken += 1;
        yield file;
      }
    } finally {
      isClosed = true;
    }
  }
  const batch = connect(server.url).jobs.submitMany("c", files(), { ...QUICK, concurrency: 3 });
  const { outcomes } = await collectOutcomes(batch, 1);
  expect(outcomes.size).toBe(1);
  expect(isClosed).toBe(true);
  expect(taken).toBeLessThan(100);
  const { length } = server.requests;
  await new Promise((resolve) => setTimeout(resolve, 100));
  // Up to three uploads had already started.
  expect(server.requests.length - length).toBeLessThanOrEqual(3);
});

test("an abort ends the batch after the outcomes of running files, and the manifest resumes it", async () => {
  const model = new BatchModel((name) => ({ looks: name === "0.pdf" ? 1 : Number.POSITIVE_INFINITY }));
  const abort = new AbortController();
  const batch = createJobs(model).submitMany("c", bills(5), {
    ...QUICK,
    concurrency: 5,
    signal: abort.signal,
    onProgress: () => setImmediate(() => abort.abort("enough")),
  });
  const { outcomes, error } = await collectOutcomes(batch);
  expect(error).toMatchObject({ kind: "abort", cause: "enough" });
  expect(outcomes.get("0.pdf")?.status).toBe("completed");
  const pending = batch.manifest.files.filter(({ status }) => status === "submitted");
  expect(pending.map(({ key }) => key).toSorted()).toEqual(model.uploads.filter((name) => name !== "0.pdf").toSorted());
});

test("an abort before the batch begins takes no file", async () => {
  let taken = 0;
  function* files() {
    taken += 1;
    yield bill("a.pdf");
  }
  const batch = createJobs(new BatchModel()).submitMany("c", files(), { signal: AbortSignal.abort("enough") });
  expect((await collectOutcomes(batch)).error).toMatchObject({ kind: "abort", cause: "enough" });
  expect(taken).toBe(0);
});

/** A source that yields one file and then hangs. */
async function* hanging(): AsyncGenerator<File> {
  yield bill("a.pdf");
  await new Promise(() => {});
}

test("a hanging source does not delay an abort", async () => {
  const abort = new AbortController();
  const batch = createJobs(new BatchModel()).submitMany("c", hanging(), { ...QUICK, signal: abort.signal });
  const iterator = batch[Symbol.asyncIterator]();
  expect((await iterator.next()).value).toMatchObject({ key: "a.pdf", status: "completed" });
  const next = iterator.next();
  setImmediate(() => abort.abort("enough"));
  expect(await catchError(next)).toMatchObject({ kind: "abort", cause: "enough" });
});

test("a hanging source does not delay breaking out of the loop", async () => {
  const { outcomes } = await collectOutcomes(createJobs(new BatchModel()).submitMany("c", hanging(), QUICK), 1);
  expect(outcomes.size).toBe(1);
});

test("a hanging document does not delay an abort", async () => {
  const abort = new AbortController();
  const document = new ReadableStream<Uint8Array<ArrayBuffer>>();
  const batch = createJobs(new BatchModel()).submitMany("c", [{ document, key: "a" }], { signal: abort.signal });
  setImmediate(() => abort.abort("enough"));
  const { outcomes, error } = await collectOutcomes(batch);
  expect(outcomes.get("a")).toMatchObject({ status: "rejected", error: { kind: "abort" } });
  expect(error).toMatchObject({ kind: "abort", cause: "enough" });
});

test("a slow consumer slows the batch down, so that outcomes do not pile up", async () => {
  const model = new BatchModel();
  let taken = 0;
  function* files() {
    for (const file of bills(100)) {
      taken += 1;
      yield file;
    }
  }
  const batch = createJobs(model).submitMany("c", files(), { ...QUICK, concurrency: 2, maxPending: 5 });
  let settled = 0;
  for await (const _ of batch) {
    settled += 1;
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken - settled).toBeLessThanOrEqual(5);
  }
  expect(settled).toBe(100);
});

test("a manifest of another company or an invalid one is rejected before sending", () => {
  const { jobs } = connectTo(() => Promise.reject(new Error("nothing should be sent")));
  const manifest: BatchManifest = { version: 1, companyId: "another", files: [] };
  expect(() => jobs.submitMany("c", bills(1), { resumeFrom: manifest })).toThrow(
    /`manifest` of a batch of this company/,
  );
  expect(() => jobs.submitMany("c", bills(1), JSON.parse('{"resumeFrom":null}'))).toThrow(/`manifest` of a batch/);
});

test("an invalid concurrency is rejected, since the batch would never begin", () =>
  fc.assert(
    fc.property(
      fc.constantFrom("concurrency", "maxPending"),
      fc.oneof(fc.constant(Number.NaN), fc.double({ max: 1, maxExcluded: true, noNaN: true })),
      (name, value) => {
        const jobs = createJobs(new BatchModel());
        expect(() => jobs.submitMany("c", [], { [name]: value })).toThrow(`\`${name}\` must be a number of at least 1`);
      },
    ),
  ));

test("a folder of bills goes through a real server by path, despite rate limits", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nectar-batch-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const paths = Array.from({ length: 40 }, (_, index) => join(folder, `${index}.pdf`));
  await Promise.all(paths.map((path, index) => writeFile(path, createPdf(1_000 + index))));
  const server = await startUploadServer(429, 201, 201, 429, 429);
  const batch = connect(server.url).jobs.submitMany(
    "c",
    paths.map((path) => ({ path })),
    QUICK,
  );
  const { outcomes, error } = await collectOutcomes(batch);
  expect(error).toBeUndefined();
  expect([...outcomes.keys()].toSorted()).toEqual(paths.toSorted());
  expect([...outcomes.values()].every(({ status }) => status === "completed")).toBe(true);
  expect(server.uploads).toHaveLength(43);
  const sizes = new Set(server.uploads.map(({ name, bytes }) => `${name} ${bytes.byteLength}`));
  expect(sizes).toEqual(new Set(paths.map((_, index) => `${index}.pdf ${1_000 + index}`)));
});
