/** The properties of a job in every API version. */
export interface AnyJob {
  readonly id: string;
  /** A document may let it be null or absent; then the outcome is `unknown`. */
  readonly status?: string | null | undefined;
}

/** How a job ended. `unknown` stands for a status that this package does not know; waiting longer would not help. */
export interface JobOutcome<Job> {
  readonly status: "completed" | "failed" | "terminated" | "unknown";
  readonly job: Job;
}

/** The only status of an unfinished job: queued or running. */
const PENDING = "PENDING";

/** Returns the outcome of a job; `undefined` while it is pending. */
export function toJobOutcome<Job extends AnyJob>(job: Job): JobOutcome<Job> | undefined {
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
