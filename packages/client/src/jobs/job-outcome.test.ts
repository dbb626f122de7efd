import { expect, test } from "vitest";
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

test("an outcome contains the job as the API returned it", () => {
  const job = { id: "j", status: "COMPLETED", parsedDocumentIds: ["d"] };
  expect(toJobOutcome(job)?.job).toBe(job);
});
