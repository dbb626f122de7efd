import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BatchFiles, BatchManifest } from "../../src/index.ts";
import { HEADS } from "../support/uploads/bills.ts";
import { bill, createJobs, log, runBatch, uploads } from "../support/uploads/run-batch.ts";

describe("name, site and content identify a file", () => {
  test("known content is not sent again, and its job is waited for or reported", async () => {
    const first = await runBatch(createJobs(), [bill("a.pdf"), bill("b.pdf"), new Blob([HEADS.pdf])]);
    const [a, ...others] = first.manifest.files;
    if (a?.status !== "completed") throw new Error("a.pdf is not completed");
    const resumeFrom: BatchManifest = { ...first.manifest, files: [{ ...a, status: "submitted" }, ...others] };
    log.length = 0;

    // In another order: the number of a file does not matter.
    const again = await runBatch(createJobs(), [new Blob([HEADS.pdf]), bill("b.pdf"), bill("a.pdf")], { resumeFrom });

    expect(again.outcomes).toEqual([
      { key: "document", index: 0, status: "completed", jobId: "j" },
      { key: "b.pdf", index: 1, status: "completed", jobId: "j" },
      { key: "a.pdf", index: 2, status: "completed", jobId: "j", job: { id: "j", status: "COMPLETED" } },
    ]);
    expect(log).toEqual(["GET"]);
  });

  test("the same content under another name or for another site is another file", async () => {
    const document = bill("a.pdf");
    const files = [document, bill("b.pdf"), { document, siteId: "s1" }, { document, siteId: "s2" }];

    const { statuses, manifest } = await runBatch(createJobs(), files);
    const again = await runBatch(createJobs(), files, { resumeFrom: manifest });

    expect([statuses, again.statuses]).toEqual([files, files].map((list) => list.map(() => "completed")));
    expect(uploads()).toBe(4);
  });

  test("the same file twice in one batch is uploaded once and has two outcomes", async () => {
    const files = [bill("a.pdf"), bill("a.pdf"), { document: bill("a.pdf"), siteId: null }];

    const { outcomes, manifest } = await runBatch(createJobs(), files, { concurrency: 3 });

    expect(outcomes.map(({ index, status, jobId }) => [index, status, jobId]).toSorted()).toEqual([
      [0, "completed", "j"],
      [1, "completed", "j"],
      [2, "completed", "j"],
    ]);
    expect(uploads()).toBe(1);
    expect(manifest.files).toHaveLength(1);
  });

  test("a File with a known name and other content is a new file", async () => {
    const { manifest } = await runBatch(createJobs(), [bill("scan.pdf", "March")]);

    const again = await runBatch(createJobs(), [bill("scan.pdf", "April"), bill("scan.pdf", "March")], {
      resumeFrom: manifest,
    });

    expect(again.statuses).toEqual(["completed", "completed"]);
    expect(uploads()).toBe(2);
    expect(again.manifest.files).toHaveLength(2);
  });

  test("a key with other content is changed: nothing is sent without resubmit", async () => {
    const file = (text: string) => ({ document: bill("scan.pdf", text), key: "meter 7" });
    const { manifest } = await runBatch(createJobs(), [file("March")]);

    const again = await runBatch(createJobs(), [file("April")], { resumeFrom: manifest });
    const both = await runBatch(createJobs(), [file("April"), file("March")], {
      resumeFrom: manifest,
      resubmit: "changed",
    });

    expect(again.outcomes).toEqual([{ key: "meter 7", index: 0, status: "changed" }]);
    expect(again.manifest).toEqual(manifest);
    expect(both.statuses).toEqual(["completed", "completed"]);
    expect(uploads()).toBe(2);
  });

  test("a path with other content is changed, but a rejected path is tried again", async () => {
    const folder = await mkdtemp(join(tmpdir(), "nectar-resume-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "bill.pdf");
    await writeFile(path, "no bill");

    const refused = await runBatch(createJobs(), [{ path }]);
    await writeFile(path, "%PDF-1.7 March");
    const first = await runBatch(createJobs(), [{ path }], { resumeFrom: refused.manifest });
    await writeFile(path, "%PDF-1.7 April");
    const second = await runBatch(createJobs(), [{ path }], { resumeFrom: first.manifest });
    await rm(path);
    const third = await runBatch(createJobs(), [{ path }], { resumeFrom: second.manifest });

    expect([refused, first, second, third].map(({ statuses }) => statuses[0])).toEqual([
      "rejected",
      "completed",
      "changed",
      "rejected",
    ]);
    expect(third.outcomes[0]?.error).toMatchObject({ message: `${path} cannot be read; nothing was sent` });
    expect(third.manifest).toEqual(first.manifest);
    expect(first.manifest.files).toMatchObject([{ key: path, status: "completed" }]);
  });

  test("a file that no manifest can contain is rejected on its own", async () => {
    const odd: BatchFiles = [{ document: bill("a.pdf"), ...JSON.parse('{"siteId":{"secret":1},"key":7}') }];

    const { outcomes, manifest } = await runBatch(createJobs(), odd);

    expect(outcomes).toMatchObject([
      { key: "7", error: { message: "jobs.submitMany: `siteId` must be a string or null; nothing was sent" } },
    ]);
    expect((await runBatch(createJobs(), [], { resumeFrom: manifest })).error).toBeUndefined();
  });
});

test("a manifest with an unknown status is rejected before anything is read", async () => {
  const { manifest } = await runBatch(createJobs(), [bill("a.pdf")]);
  const strange = JSON.parse(JSON.stringify(manifest).replace("completed", "archived"));
  expect(() => createJobs().submitMany("c", [], { resumeFrom: strange })).toThrow("is invalid");
});
