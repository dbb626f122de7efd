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

/** The outcome of a job; `undefined` as long as it is pending. */
export function outcomeOf<Job extends AnyJob>(job: Job): JobOutcome<Job> | undefined {
  switch (job.status) {
    case PENDING:
      return undefined;
    case "COMPLETED":
      return { status: "completed", job };
    case "FAILED":
      return { status: "failed", job };
    case "TERMINATED":
      return { status: "terminated", job };
    default:
      return { status: "unknown", job };
  }
}
