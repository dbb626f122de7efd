import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BatchManifest } from "../../src/index.ts";
import { catchError, connect } from "../support/test-client.ts";
import { accepted, bill, createJobs, log, runBatch, uploads } from "../support/uploads/run-batch.ts";
import { startUploadServer } from "../support/uploads/upload-server.ts";

describe("saving", () => {
  test("a file is saved before sending, after its response, and at the end of its job", async () => {
    const save = (manifest: BatchManifest, { status }: { readonly status: string }): void => {
      expect(manifest.files.map((entry) => entry.status)).toEqual([status]);
      log.push(status);
    };

    const { statuses } = await runBatch(createJobs(), [bill("a.pdf")], { save });

    expect(statuses).toEqual(["completed"]);
    expect(log).toEqual(["sending", "POST", "submitted", "GET", "completed"]);
  });

  test("work waits for each save, and saves come one at a time with the newest state", async () => {
    let saving = 0;
    const save = async (manifest: BatchManifest, entry: BatchManifest["files"][number]): Promise<void> => {
      saving += 1;
      expect(saving).toBe(1);
      expect(manifest.files).toContainEqual(entry);
      await new Promise((resolve) => setImmediate(resolve));
      saving -= 1;
      log.push(`${entry.key} ${entry.status}`);
    };
    const files = Array.from({ length: 10 }, (_, index) => bill(`${index}.pdf`));

    const { manifest } = await runBatch(createJobs(), files, { save, concurrency: 4 });

    expect(log.filter((line) => line.includes(" "))).toHaveLength(30);
    expect(manifest.files.map(({ status }) => status)).toEqual(files.map(() => "completed"));
    // Either file may be read first.
    const findPlaces = (end: string): number[] => log.flatMap((line, place) => (line.endsWith(end) ? [place] : []));
    const announced = findPlaces(" sending");
    expect(findPlaces("POST").every((place, index) => place > (announced[index] ?? Infinity))).toBe(true);
  });

  test("a file whose save fails is not sent, and the batch throws the error of save", async () => {
    const full = new Error("the disk is full");
    const save = (_: BatchManifest, { key, status }: { readonly key: string; readonly status: string }) =>
      key === "1.pdf" && status === "sending" ? Promise.reject(full) : undefined;

    const { outcomes, error, manifest } = await runBatch(createJobs(), [bill("0.pdf"), bill("1.pdf"), bill("2.pdf")], {
      save,
    });

    expect(error).toBe(full);
    expect(outcomes.map(({ key, status }) => [key, status])).toEqual([
      ["0.pdf", "completed"],
      ["1.pdf", "rejected"],
    ]);
    expect(uploads()).toBe(1);
    expect(manifest.files.map(({ status }) => status)).toEqual(["completed", "rejected"]);
  });

  test.each(["submitted", "completed"])("after save fails for %s, no further upload starts", async (last) => {
    const full = new Error("the disk is full");
    const save = async (_: BatchManifest, { status }: { readonly status: string }) => {
      if (status === last) throw full;
    };
    const files = Array.from({ length: 20 }, (_, index) => bill(`${index}.pdf`));

    const { outcomes, error, manifest } = await runBatch(createJobs(), files, { save, maxPending: 1 });

    expect(error).toBe(full);
    expect(outcomes).toMatchObject([{ key: "0.pdf", status: "completed" }]);
    expect(uploads()).toBe(1);
    expect(manifest.files).toMatchObject([{ key: "0.pdf", status: "completed", jobId: "j" }]);
  });

  test("an abort ends a batch whose save hangs, and unsent files stay unsent", async () => {
    const controller = new AbortController();
    const save = (): Promise<void> => {
      setImmediate(() => controller.abort());
      return new Promise(() => {});
    };

    const { error, manifest } = await runBatch(createJobs(), [bill("a.pdf")], { save, signal: controller.signal });

    expect(error).toMatchObject({ kind: "abort" });
    expect(log).not.toContain("POST");
    expect(manifest.files).toMatchObject([{ status: "rejected" }]);
  });

  test.each([
    ["save", { save: 5 }],
    ["resubmit", { resubmit: "all" }],
    ["resubmit", { resubmit: ["changed", 1] }],
  ])("an invalid `%s` is rejected before anything is read", (name, options) => {
    const submit = () => Reflect.apply(createJobs().submitMany, undefined, ["c", [], options]);

    expect(submit).toThrow(`\`${name}\` must be`);
  });

  test("a batch whose save failed sends nothing when it is iterated over again", async () => {
    const batch = createJobs().submitMany("c", [bill("a.pdf")], { save: () => Promise.reject(new Error("full")) });
    const iterate = async (): Promise<void> => {
      for await (const { status } of batch) log.push(status);
    };

    expect([await catchError(iterate()), await catchError(iterate())]).toMatchObject([
      { message: "full" },
      { message: "full" },
    ]);

    expect(log).toEqual(["rejected"]);
  });

  test("breaking out of the loop lets running uploads finish and saves them", async () => {
    const saved: string[] = [];
    const jobs = createJobs([
      async () => {
        for (let hop = 0; hop < 20; hop += 1) await new Promise((resolve) => setImmediate(resolve));
        return accepted();
      },
    ]);
    const batch = jobs.submitMany("c", [bill("0.pdf"), bill("1.pdf"), bill("2.pdf")], {
      concurrency: 2,
      save: (_, { status }) => void saved.push(status),
    });

    for await (const { key } of batch) {
      // Outcomes come in order of completion.
      expect(["0.pdf", "1.pdf"]).toContain(key);
      break;
    }

    expect(uploads()).toBe(saved.filter((status) => status === "submitted").length);
    expect(batch.manifest.files.map(({ status }) => status)).not.toContain("sending");
    expect(batch.manifest.files.map(({ status }) => status)).not.toContain("uncertain");
  });
});

describe("a file on disk that changes while it is sent", () => {
  const CHANGES = ["%PDF-1.7 shorter", `%PDF-1.7 ${"longer ".repeat(100_000)}`, ""];

  test.each(CHANGES)(
    "a file that changes on disk arrives with the content that was read, and crashes no process (%#)",
    async (changed) => {
      const folder = await mkdtemp(join(tmpdir(), "nectar-resume-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      const path = join(folder, "bill.pdf");
      const content = `%PDF-1.7 ${"bill ".repeat(50_000)}`;
      await writeFile(path, content);
      const server = await startUploadServer();
      const { openAsBlob } = await import("node:fs");
      const nectar = connect(server.url, {
        fetch: async (input, init) => {
          await writeFile(path, changed);
          return fetch(input, init);
        },
      });

      await nectar.jobs.submit("c", { document: { path } });
      await writeFile(path, content);
      await nectar.jobs.submit("c", { document: await openAsBlob(path) });

      expect(server.uploads.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([content, content]);
    },
  );
});
