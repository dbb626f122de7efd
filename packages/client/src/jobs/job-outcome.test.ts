import { expect, test } from "vitest";
import type { JobOf } from "../client/job-helpers.ts";
import { toJobOutcome } from "./job-outcome.ts";

test("only a pending job has no outcome yet", () => {
  const statuses = ["PENDING", "COMPLETED", "FAILED", "TERMINATED", "CANCELLED", "", "pending"];
  expect(statuses.map((status) => toJobOutcome({ id: "j", status })?.status)).toEqual([
    undefined,
    "completed",
    "failed",
    "terminated",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("a job without a status has an unknown outcome", () => {
  expect(toJobOutcome({ id: "j", status: null })?.status).toBe("unknown");
  expect(toJobOutcome({ id: "j" })?.status).toBe("unknown");
});

test("the type of a job survives a status that may be null or absent", () => {
  interface Job {
    readonly id: string;
    readonly status?: string | null;
    readonly parsedDocumentIds: readonly string[];
  }
  const job: JobOf<{ readonly jobs: { retrieve(id: string): Promise<Job> } }> = { id: "j", parsedDocumentIds: ["d"] };

  expect(job.parsedDocumentIds).toEqual(["d"]);
});

test("an outcome contains the job as the API returned it", () => {
  const job = { id: "j", status: "COMPLETED", parsedDocumentIds: ["d"] };
  expect(toJobOutcome(job)?.job).toBe(job);
});
