/** What a job is known by; the rest of it belongs to the API version. */
export interface AnyJob {
  readonly id: string;
  readonly status: string;
}

/** How a job ended. `unknown` is a status that this package does not know: whatever it means, waiting longer would not tell. */
export interface JobOutcome<Job> {
  readonly status: "completed" | "failed" | "terminated" | "unknown";
  readonly job: Job;
}

/** The one status that is worth waiting for: queued or running. */
const PENDING = "PENDING";

/** How a job can end. The API writes them in capitals. */
const JOB_ENDS = ["completed", "failed", "terminated"] as const;

/** The outcome of a job; `undefined` as long as it is pending. */
export function outcomeOf<Job extends AnyJob>(job: Job): JobOutcome<Job> | undefined {
  if (job.status === PENDING) return undefined;
  return { status: JOB_ENDS.find((end) => end.toUpperCase() === job.status) ?? "unknown", job };
}
